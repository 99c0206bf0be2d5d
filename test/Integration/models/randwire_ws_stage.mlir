// RandWire stage: WS(4, 0.75), 32 nodes, 3 channels.
// Architecture: Xie et al., "Exploring randomly wired neural networks for image
// recognition", ICCV 2019, stage conv3 of the small regime (C = 78).
// Sizes: batch 1, input 6x6x2, stride 2, f32 inference.

#map0 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map1 = affine_map<(d0, d1, d2, d3) -> (d3)>
#map2 = affine_map<(d0, d1, d2, d3) -> ()>

func.func @stage(
    %x: tensor<1x6x6x2xf32>,
    %n0_dw: tensor<3x3x2xf32>,
    %n0_pw: tensor<1x1x2x3xf32>,
    %n0_gain: tensor<3xf32>,
    %n0_shift: tensor<3xf32>,
    %n1_dw: tensor<3x3x3xf32>,
    %n1_pw: tensor<1x1x3x3xf32>,
    %n1_gain: tensor<3xf32>,
    %n1_shift: tensor<3xf32>,
    %n2_dw: tensor<3x3x3xf32>,
    %n2_pw: tensor<1x1x3x3xf32>,
    %n2_gain: tensor<3xf32>,
    %n2_shift: tensor<3xf32>,
    %n3_dw: tensor<3x3x3xf32>,
    %n3_pw: tensor<1x1x3x3xf32>,
    %n3_gain: tensor<3xf32>,
    %n3_shift: tensor<3xf32>,
    %n4_dw: tensor<3x3x2xf32>,
    %n4_pw: tensor<1x1x2x3xf32>,
    %n4_gain: tensor<3xf32>,
    %n4_shift: tensor<3xf32>,
    %n5_dw: tensor<3x3x3xf32>,
    %n5_pw: tensor<1x1x3x3xf32>,
    %n5_gain: tensor<3xf32>,
    %n5_shift: tensor<3xf32>,
    %n6_dw: tensor<3x3x3xf32>,
    %n6_pw: tensor<1x1x3x3xf32>,
    %n6_gain: tensor<3xf32>,
    %n6_shift: tensor<3xf32>,
    %edge5_7: tensor<f32>,
    %edge6_7: tensor<f32>,
    %n7_dw: tensor<3x3x3xf32>,
    %n7_pw: tensor<1x1x3x3xf32>,
    %n7_gain: tensor<3xf32>,
    %n7_shift: tensor<3xf32>,
    %edge4_8: tensor<f32>,
    %edge7_8: tensor<f32>,
    %n8_dw: tensor<3x3x3xf32>,
    %n8_pw: tensor<1x1x3x3xf32>,
    %n8_gain: tensor<3xf32>,
    %n8_shift: tensor<3xf32>,
    %edge3_9: tensor<f32>,
    %edge5_9: tensor<f32>,
    %edge8_9: tensor<f32>,
    %n9_dw: tensor<3x3x3xf32>,
    %n9_pw: tensor<1x1x3x3xf32>,
    %n9_gain: tensor<3xf32>,
    %n9_shift: tensor<3xf32>,
    %n10_dw: tensor<3x3x3xf32>,
    %n10_pw: tensor<1x1x3x3xf32>,
    %n10_gain: tensor<3xf32>,
    %n10_shift: tensor<3xf32>,
    %edge6_11: tensor<f32>,
    %edge8_11: tensor<f32>,
    %edge9_11: tensor<f32>,
    %n11_dw: tensor<3x3x3xf32>,
    %n11_pw: tensor<1x1x3x3xf32>,
    %n11_gain: tensor<3xf32>,
    %n11_shift: tensor<3xf32>,
    %edge1_12: tensor<f32>,
    %edge2_12: tensor<f32>,
    %edge10_12: tensor<f32>,
    %edge11_12: tensor<f32>,
    %n12_dw: tensor<3x3x3xf32>,
    %n12_pw: tensor<1x1x3x3xf32>,
    %n12_gain: tensor<3xf32>,
    %n12_shift: tensor<3xf32>,
    %n13_dw: tensor<3x3x3xf32>,
    %n13_pw: tensor<1x1x3x3xf32>,
    %n13_gain: tensor<3xf32>,
    %n13_shift: tensor<3xf32>,
    %edge10_14: tensor<f32>,
    %edge12_14: tensor<f32>,
    %n14_dw: tensor<3x3x3xf32>,
    %n14_pw: tensor<1x1x3x3xf32>,
    %n14_gain: tensor<3xf32>,
    %n14_shift: tensor<3xf32>,
    %n15_dw: tensor<3x3x2xf32>,
    %n15_pw: tensor<1x1x2x3xf32>,
    %n15_gain: tensor<3xf32>,
    %n15_shift: tensor<3xf32>,
    %edge2_16: tensor<f32>,
    %edge3_16: tensor<f32>,
    %edge6_16: tensor<f32>,
    %edge14_16: tensor<f32>,
    %edge15_16: tensor<f32>,
    %n16_dw: tensor<3x3x3xf32>,
    %n16_pw: tensor<1x1x3x3xf32>,
    %n16_gain: tensor<3xf32>,
    %n16_shift: tensor<3xf32>,
    %edge11_17: tensor<f32>,
    %edge14_17: tensor<f32>,
    %n17_dw: tensor<3x3x3xf32>,
    %n17_pw: tensor<1x1x3x3xf32>,
    %n17_gain: tensor<3xf32>,
    %n17_shift: tensor<3xf32>,
    %edge4_18: tensor<f32>,
    %edge5_18: tensor<f32>,
    %n18_dw: tensor<3x3x3xf32>,
    %n18_pw: tensor<1x1x3x3xf32>,
    %n18_gain: tensor<3xf32>,
    %n18_shift: tensor<3xf32>,
    %edge10_19: tensor<f32>,
    %edge12_19: tensor<f32>,
    %n19_dw: tensor<3x3x3xf32>,
    %n19_pw: tensor<1x1x3x3xf32>,
    %n19_gain: tensor<3xf32>,
    %n19_shift: tensor<3xf32>,
    %edge2_20: tensor<f32>,
    %edge3_20: tensor<f32>,
    %edge13_20: tensor<f32>,
    %edge15_20: tensor<f32>,
    %n20_dw: tensor<3x3x3xf32>,
    %n20_pw: tensor<1x1x3x3xf32>,
    %n20_gain: tensor<3xf32>,
    %n20_shift: tensor<3xf32>,
    %n21_dw: tensor<3x3x3xf32>,
    %n21_pw: tensor<1x1x3x3xf32>,
    %n21_gain: tensor<3xf32>,
    %n21_shift: tensor<3xf32>,
    %n22_dw: tensor<3x3x3xf32>,
    %n22_pw: tensor<1x1x3x3xf32>,
    %n22_gain: tensor<3xf32>,
    %n22_shift: tensor<3xf32>,
    %edge3_23: tensor<f32>,
    %edge11_23: tensor<f32>,
    %edge13_23: tensor<f32>,
    %edge21_23: tensor<f32>,
    %n23_dw: tensor<3x3x3xf32>,
    %n23_pw: tensor<1x1x3x3xf32>,
    %n23_gain: tensor<3xf32>,
    %n23_shift: tensor<3xf32>,
    %edge6_24: tensor<f32>,
    %edge22_24: tensor<f32>,
    %n24_dw: tensor<3x3x3xf32>,
    %n24_pw: tensor<1x1x3x3xf32>,
    %n24_gain: tensor<3xf32>,
    %n24_shift: tensor<3xf32>,
    %edge3_25: tensor<f32>,
    %edge9_25: tensor<f32>,
    %n25_dw: tensor<3x3x3xf32>,
    %n25_pw: tensor<1x1x3x3xf32>,
    %n25_gain: tensor<3xf32>,
    %n25_shift: tensor<3xf32>,
    %edge19_26: tensor<f32>,
    %edge22_26: tensor<f32>,
    %edge24_26: tensor<f32>,
    %n26_dw: tensor<3x3x3xf32>,
    %n26_pw: tensor<1x1x3x3xf32>,
    %n26_gain: tensor<3xf32>,
    %n26_shift: tensor<3xf32>,
    %edge14_27: tensor<f32>,
    %edge26_27: tensor<f32>,
    %n27_dw: tensor<3x3x3xf32>,
    %n27_pw: tensor<1x1x3x3xf32>,
    %n27_gain: tensor<3xf32>,
    %n27_shift: tensor<3xf32>,
    %edge15_28: tensor<f32>,
    %edge21_28: tensor<f32>,
    %edge26_28: tensor<f32>,
    %n28_dw: tensor<3x3x3xf32>,
    %n28_pw: tensor<1x1x3x3xf32>,
    %n28_gain: tensor<3xf32>,
    %n28_shift: tensor<3xf32>,
    %edge20_29: tensor<f32>,
    %edge22_29: tensor<f32>,
    %edge27_29: tensor<f32>,
    %n29_dw: tensor<3x3x3xf32>,
    %n29_pw: tensor<1x1x3x3xf32>,
    %n29_gain: tensor<3xf32>,
    %n29_shift: tensor<3xf32>,
    %edge26_30: tensor<f32>,
    %edge28_30: tensor<f32>,
    %n30_dw: tensor<3x3x3xf32>,
    %n30_pw: tensor<1x1x3x3xf32>,
    %n30_gain: tensor<3xf32>,
    %n30_shift: tensor<3xf32>,
    %edge20_31: tensor<f32>,
    %edge22_31: tensor<f32>,
    %edge30_31: tensor<f32>,
    %n31_dw: tensor<3x3x3xf32>,
    %n31_pw: tensor<1x1x3x3xf32>,
    %n31_gain: tensor<3xf32>,
    %n31_shift: tensor<3xf32>)
    -> (tensor<1x3x3x3xf32>) {
  %cst = arith.constant 0.0 : f32
  %cst_1 = arith.constant 1.0 : f32
  %cst_2 = arith.constant 0.14285714285714285 : f32
  %init = tensor.empty() : tensor<1x6x6x2xf32>
  %n0_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<1x6x6x2xf32>) outs(%init : tensor<1x6x6x2xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x6x2xf32>
  %n0_deep_pad = tensor.pad %n0_relu low[0, 1, 1, 0] high[0, 0, 0, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x6x6x2xf32> to tensor<1x7x7x2xf32>
  %init_1 = tensor.empty() : tensor<1x3x3x2xf32>
  %zero = linalg.fill ins(%cst : f32) outs(%init_1 : tensor<1x3x3x2xf32>) -> tensor<1x3x3x2xf32>
  %n0_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>} ins(%n0_deep_pad, %n0_dw : tensor<1x7x7x2xf32>, tensor<3x3x2xf32>) outs(%zero : tensor<1x3x3x2xf32>) -> tensor<1x3x3x2xf32>
  %init_2 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_1 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n0_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n0_deep, %n0_pw : tensor<1x3x3x2xf32>, tensor<1x1x2x3xf32>) outs(%zero_1 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_3 = tensor.empty() : tensor<1x3x3x3xf32>
  %n0_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n0_conv, %n0_gain, %n0_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_3 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_4 = tensor.empty() : tensor<1x3x3x3xf32>
  %n1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n0_bn : tensor<1x3x3x3xf32>) outs(%init_4 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n1_deep_pad = tensor.pad %n1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_5 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_2 = linalg.fill ins(%cst : f32) outs(%init_5 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n1_deep_pad, %n1_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_2 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_6 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_3 = linalg.fill ins(%cst : f32) outs(%init_6 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n1_deep, %n1_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_3 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_7 = tensor.empty() : tensor<1x3x3x3xf32>
  %n1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n1_conv, %n1_gain, %n1_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_7 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_8 = tensor.empty() : tensor<1x3x3x3xf32>
  %n2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n1_bn : tensor<1x3x3x3xf32>) outs(%init_8 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n2_deep_pad = tensor.pad %n2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_9 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_4 = linalg.fill ins(%cst : f32) outs(%init_9 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n2_deep_pad, %n2_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_4 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_10 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_5 = linalg.fill ins(%cst : f32) outs(%init_10 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n2_deep, %n2_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_5 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_11 = tensor.empty() : tensor<1x3x3x3xf32>
  %n2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n2_conv, %n2_gain, %n2_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_11 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_12 = tensor.empty() : tensor<1x3x3x3xf32>
  %n3_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n2_bn : tensor<1x3x3x3xf32>) outs(%init_12 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n3_deep_pad = tensor.pad %n3_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_13 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_6 = linalg.fill ins(%cst : f32) outs(%init_13 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n3_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n3_deep_pad, %n3_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_6 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_14 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_7 = linalg.fill ins(%cst : f32) outs(%init_14 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n3_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n3_deep, %n3_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_7 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_15 = tensor.empty() : tensor<1x3x3x3xf32>
  %n3_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n3_conv, %n3_gain, %n3_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_15 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_16 = tensor.empty() : tensor<1x6x6x2xf32>
  %n4_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<1x6x6x2xf32>) outs(%init_16 : tensor<1x6x6x2xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x6x2xf32>
  %n4_deep_pad = tensor.pad %n4_relu low[0, 1, 1, 0] high[0, 0, 0, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x6x6x2xf32> to tensor<1x7x7x2xf32>
  %init_17 = tensor.empty() : tensor<1x3x3x2xf32>
  %zero_8 = linalg.fill ins(%cst : f32) outs(%init_17 : tensor<1x3x3x2xf32>) -> tensor<1x3x3x2xf32>
  %n4_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>} ins(%n4_deep_pad, %n4_dw : tensor<1x7x7x2xf32>, tensor<3x3x2xf32>) outs(%zero_8 : tensor<1x3x3x2xf32>) -> tensor<1x3x3x2xf32>
  %init_18 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_9 = linalg.fill ins(%cst : f32) outs(%init_18 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n4_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n4_deep, %n4_pw : tensor<1x3x3x2xf32>, tensor<1x1x2x3xf32>) outs(%zero_9 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_19 = tensor.empty() : tensor<1x3x3x3xf32>
  %n4_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n4_conv, %n4_gain, %n4_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_19 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_20 = tensor.empty() : tensor<1x3x3x3xf32>
  %n5_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n4_bn : tensor<1x3x3x3xf32>) outs(%init_20 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n5_deep_pad = tensor.pad %n5_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_21 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_10 = linalg.fill ins(%cst : f32) outs(%init_21 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n5_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n5_deep_pad, %n5_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_10 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_22 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_11 = linalg.fill ins(%cst : f32) outs(%init_22 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n5_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n5_deep, %n5_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_11 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_23 = tensor.empty() : tensor<1x3x3x3xf32>
  %n5_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n5_conv, %n5_gain, %n5_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_23 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_24 = tensor.empty() : tensor<1x3x3x3xf32>
  %n6_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n5_bn : tensor<1x3x3x3xf32>) outs(%init_24 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n6_deep_pad = tensor.pad %n6_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_25 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_12 = linalg.fill ins(%cst : f32) outs(%init_25 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n6_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n6_deep_pad, %n6_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_12 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_26 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_13 = linalg.fill ins(%cst : f32) outs(%init_26 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n6_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n6_deep, %n6_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_13 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_27 = tensor.empty() : tensor<1x3x3x3xf32>
  %n6_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n6_conv, %n6_gain, %n6_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_27 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_28 = tensor.empty() : tensor<1x3x3x3xf32>
  %n7_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n5_bn, %n6_bn, %edge5_7, %edge6_7 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_28 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_29 = tensor.empty() : tensor<1x3x3x3xf32>
  %n7_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n7_sum : tensor<1x3x3x3xf32>) outs(%init_29 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n7_deep_pad = tensor.pad %n7_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_30 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_14 = linalg.fill ins(%cst : f32) outs(%init_30 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n7_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n7_deep_pad, %n7_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_14 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_31 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_15 = linalg.fill ins(%cst : f32) outs(%init_31 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n7_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n7_deep, %n7_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_15 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_32 = tensor.empty() : tensor<1x3x3x3xf32>
  %n7_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n7_conv, %n7_gain, %n7_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_32 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_33 = tensor.empty() : tensor<1x3x3x3xf32>
  %n8_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n4_bn, %n7_bn, %edge4_8, %edge7_8 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_33 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_34 = tensor.empty() : tensor<1x3x3x3xf32>
  %n8_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n8_sum : tensor<1x3x3x3xf32>) outs(%init_34 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n8_deep_pad = tensor.pad %n8_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_35 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_16 = linalg.fill ins(%cst : f32) outs(%init_35 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n8_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n8_deep_pad, %n8_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_16 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_36 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_17 = linalg.fill ins(%cst : f32) outs(%init_36 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n8_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n8_deep, %n8_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_17 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_37 = tensor.empty() : tensor<1x3x3x3xf32>
  %n8_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n8_conv, %n8_gain, %n8_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_37 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_38 = tensor.empty() : tensor<1x3x3x3xf32>
  %n9_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n3_bn, %n5_bn, %n8_bn, %edge3_9, %edge5_9, %edge8_9 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_38 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %out: f32):
    %t0 = arith.negf %x3 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x4 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x5 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    linalg.yield %t16 : f32
  } -> tensor<1x3x3x3xf32>
  %init_39 = tensor.empty() : tensor<1x3x3x3xf32>
  %n9_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n9_sum : tensor<1x3x3x3xf32>) outs(%init_39 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n9_deep_pad = tensor.pad %n9_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_40 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_18 = linalg.fill ins(%cst : f32) outs(%init_40 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n9_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n9_deep_pad, %n9_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_18 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_41 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_19 = linalg.fill ins(%cst : f32) outs(%init_41 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n9_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n9_deep, %n9_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_19 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_42 = tensor.empty() : tensor<1x3x3x3xf32>
  %n9_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n9_conv, %n9_gain, %n9_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_42 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_43 = tensor.empty() : tensor<1x3x3x3xf32>
  %n10_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n9_bn : tensor<1x3x3x3xf32>) outs(%init_43 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n10_deep_pad = tensor.pad %n10_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_44 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_20 = linalg.fill ins(%cst : f32) outs(%init_44 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n10_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n10_deep_pad, %n10_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_20 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_45 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_21 = linalg.fill ins(%cst : f32) outs(%init_45 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n10_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n10_deep, %n10_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_21 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_46 = tensor.empty() : tensor<1x3x3x3xf32>
  %n10_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n10_conv, %n10_gain, %n10_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_46 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_47 = tensor.empty() : tensor<1x3x3x3xf32>
  %n11_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n6_bn, %n8_bn, %n9_bn, %edge6_11, %edge8_11, %edge9_11 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_47 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %out: f32):
    %t0 = arith.negf %x3 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x4 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x5 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    linalg.yield %t16 : f32
  } -> tensor<1x3x3x3xf32>
  %init_48 = tensor.empty() : tensor<1x3x3x3xf32>
  %n11_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n11_sum : tensor<1x3x3x3xf32>) outs(%init_48 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n11_deep_pad = tensor.pad %n11_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_49 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_22 = linalg.fill ins(%cst : f32) outs(%init_49 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n11_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n11_deep_pad, %n11_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_22 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_50 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_23 = linalg.fill ins(%cst : f32) outs(%init_50 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n11_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n11_deep, %n11_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_23 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_51 = tensor.empty() : tensor<1x3x3x3xf32>
  %n11_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n11_conv, %n11_gain, %n11_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_51 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_52 = tensor.empty() : tensor<1x3x3x3xf32>
  %n12_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map0, #map2, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n1_bn, %n2_bn, %n10_bn, %n11_bn, %edge1_12, %edge2_12, %edge10_12, %edge11_12 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_52 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %x6: f32, %x7: f32, %out: f32):
    %t0 = arith.negf %x4 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x5 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x6 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    %t17 = arith.negf %x7 : f32
    %t18 = math.exp %t17 : f32
    %t19 = arith.addf %cst_1, %t18 : f32
    %t20 = arith.divf %cst_1, %t19 : f32
    %t21 = arith.mulf %x3, %t20 : f32
    %t22 = arith.addf %t16, %t21 : f32
    linalg.yield %t22 : f32
  } -> tensor<1x3x3x3xf32>
  %init_53 = tensor.empty() : tensor<1x3x3x3xf32>
  %n12_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n12_sum : tensor<1x3x3x3xf32>) outs(%init_53 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n12_deep_pad = tensor.pad %n12_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_54 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_24 = linalg.fill ins(%cst : f32) outs(%init_54 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n12_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n12_deep_pad, %n12_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_24 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_55 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_25 = linalg.fill ins(%cst : f32) outs(%init_55 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n12_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n12_deep, %n12_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_25 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_56 = tensor.empty() : tensor<1x3x3x3xf32>
  %n12_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n12_conv, %n12_gain, %n12_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_56 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_57 = tensor.empty() : tensor<1x3x3x3xf32>
  %n13_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n1_bn : tensor<1x3x3x3xf32>) outs(%init_57 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n13_deep_pad = tensor.pad %n13_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_58 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_26 = linalg.fill ins(%cst : f32) outs(%init_58 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n13_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n13_deep_pad, %n13_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_26 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_59 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_27 = linalg.fill ins(%cst : f32) outs(%init_59 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n13_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n13_deep, %n13_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_27 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_60 = tensor.empty() : tensor<1x3x3x3xf32>
  %n13_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n13_conv, %n13_gain, %n13_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_60 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_61 = tensor.empty() : tensor<1x3x3x3xf32>
  %n14_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n10_bn, %n12_bn, %edge10_14, %edge12_14 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_61 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_62 = tensor.empty() : tensor<1x3x3x3xf32>
  %n14_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n14_sum : tensor<1x3x3x3xf32>) outs(%init_62 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n14_deep_pad = tensor.pad %n14_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_63 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_28 = linalg.fill ins(%cst : f32) outs(%init_63 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n14_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n14_deep_pad, %n14_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_28 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_64 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_29 = linalg.fill ins(%cst : f32) outs(%init_64 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n14_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n14_deep, %n14_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_29 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_65 = tensor.empty() : tensor<1x3x3x3xf32>
  %n14_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n14_conv, %n14_gain, %n14_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_65 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_66 = tensor.empty() : tensor<1x6x6x2xf32>
  %n15_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<1x6x6x2xf32>) outs(%init_66 : tensor<1x6x6x2xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x6x2xf32>
  %n15_deep_pad = tensor.pad %n15_relu low[0, 1, 1, 0] high[0, 0, 0, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x6x6x2xf32> to tensor<1x7x7x2xf32>
  %init_67 = tensor.empty() : tensor<1x3x3x2xf32>
  %zero_30 = linalg.fill ins(%cst : f32) outs(%init_67 : tensor<1x3x3x2xf32>) -> tensor<1x3x3x2xf32>
  %n15_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>} ins(%n15_deep_pad, %n15_dw : tensor<1x7x7x2xf32>, tensor<3x3x2xf32>) outs(%zero_30 : tensor<1x3x3x2xf32>) -> tensor<1x3x3x2xf32>
  %init_68 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_31 = linalg.fill ins(%cst : f32) outs(%init_68 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n15_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n15_deep, %n15_pw : tensor<1x3x3x2xf32>, tensor<1x1x2x3xf32>) outs(%zero_31 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_69 = tensor.empty() : tensor<1x3x3x3xf32>
  %n15_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n15_conv, %n15_gain, %n15_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_69 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_70 = tensor.empty() : tensor<1x3x3x3xf32>
  %n16_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map0, #map0, #map2, #map2, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n2_bn, %n3_bn, %n6_bn, %n14_bn, %n15_bn, %edge2_16, %edge3_16, %edge6_16, %edge14_16, %edge15_16 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_70 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %x6: f32, %x7: f32, %x8: f32, %x9: f32, %out: f32):
    %t0 = arith.negf %x5 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x6 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x7 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    %t17 = arith.negf %x8 : f32
    %t18 = math.exp %t17 : f32
    %t19 = arith.addf %cst_1, %t18 : f32
    %t20 = arith.divf %cst_1, %t19 : f32
    %t21 = arith.mulf %x3, %t20 : f32
    %t22 = arith.addf %t16, %t21 : f32
    %t23 = arith.negf %x9 : f32
    %t24 = math.exp %t23 : f32
    %t25 = arith.addf %cst_1, %t24 : f32
    %t26 = arith.divf %cst_1, %t25 : f32
    %t27 = arith.mulf %x4, %t26 : f32
    %t28 = arith.addf %t22, %t27 : f32
    linalg.yield %t28 : f32
  } -> tensor<1x3x3x3xf32>
  %init_71 = tensor.empty() : tensor<1x3x3x3xf32>
  %n16_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n16_sum : tensor<1x3x3x3xf32>) outs(%init_71 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n16_deep_pad = tensor.pad %n16_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_72 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_32 = linalg.fill ins(%cst : f32) outs(%init_72 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n16_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n16_deep_pad, %n16_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_32 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_73 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_33 = linalg.fill ins(%cst : f32) outs(%init_73 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n16_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n16_deep, %n16_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_33 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_74 = tensor.empty() : tensor<1x3x3x3xf32>
  %n16_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n16_conv, %n16_gain, %n16_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_74 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_75 = tensor.empty() : tensor<1x3x3x3xf32>
  %n17_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n11_bn, %n14_bn, %edge11_17, %edge14_17 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_75 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_76 = tensor.empty() : tensor<1x3x3x3xf32>
  %n17_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n17_sum : tensor<1x3x3x3xf32>) outs(%init_76 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n17_deep_pad = tensor.pad %n17_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_77 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_34 = linalg.fill ins(%cst : f32) outs(%init_77 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n17_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n17_deep_pad, %n17_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_34 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_78 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_35 = linalg.fill ins(%cst : f32) outs(%init_78 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n17_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n17_deep, %n17_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_35 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_79 = tensor.empty() : tensor<1x3x3x3xf32>
  %n17_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n17_conv, %n17_gain, %n17_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_79 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_80 = tensor.empty() : tensor<1x3x3x3xf32>
  %n18_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n4_bn, %n5_bn, %edge4_18, %edge5_18 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_80 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_81 = tensor.empty() : tensor<1x3x3x3xf32>
  %n18_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n18_sum : tensor<1x3x3x3xf32>) outs(%init_81 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n18_deep_pad = tensor.pad %n18_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_82 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_36 = linalg.fill ins(%cst : f32) outs(%init_82 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n18_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n18_deep_pad, %n18_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_36 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_83 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_37 = linalg.fill ins(%cst : f32) outs(%init_83 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n18_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n18_deep, %n18_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_37 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_84 = tensor.empty() : tensor<1x3x3x3xf32>
  %n18_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n18_conv, %n18_gain, %n18_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_84 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_85 = tensor.empty() : tensor<1x3x3x3xf32>
  %n19_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n10_bn, %n12_bn, %edge10_19, %edge12_19 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_85 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_86 = tensor.empty() : tensor<1x3x3x3xf32>
  %n19_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n19_sum : tensor<1x3x3x3xf32>) outs(%init_86 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n19_deep_pad = tensor.pad %n19_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_87 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_38 = linalg.fill ins(%cst : f32) outs(%init_87 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n19_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n19_deep_pad, %n19_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_38 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_88 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_39 = linalg.fill ins(%cst : f32) outs(%init_88 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n19_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n19_deep, %n19_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_39 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_89 = tensor.empty() : tensor<1x3x3x3xf32>
  %n19_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n19_conv, %n19_gain, %n19_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_89 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_90 = tensor.empty() : tensor<1x3x3x3xf32>
  %n20_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map0, #map2, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n2_bn, %n3_bn, %n13_bn, %n15_bn, %edge2_20, %edge3_20, %edge13_20, %edge15_20 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_90 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %x6: f32, %x7: f32, %out: f32):
    %t0 = arith.negf %x4 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x5 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x6 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    %t17 = arith.negf %x7 : f32
    %t18 = math.exp %t17 : f32
    %t19 = arith.addf %cst_1, %t18 : f32
    %t20 = arith.divf %cst_1, %t19 : f32
    %t21 = arith.mulf %x3, %t20 : f32
    %t22 = arith.addf %t16, %t21 : f32
    linalg.yield %t22 : f32
  } -> tensor<1x3x3x3xf32>
  %init_91 = tensor.empty() : tensor<1x3x3x3xf32>
  %n20_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n20_sum : tensor<1x3x3x3xf32>) outs(%init_91 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n20_deep_pad = tensor.pad %n20_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_92 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_40 = linalg.fill ins(%cst : f32) outs(%init_92 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n20_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n20_deep_pad, %n20_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_40 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_93 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_41 = linalg.fill ins(%cst : f32) outs(%init_93 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n20_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n20_deep, %n20_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_41 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_94 = tensor.empty() : tensor<1x3x3x3xf32>
  %n20_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n20_conv, %n20_gain, %n20_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_94 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_95 = tensor.empty() : tensor<1x3x3x3xf32>
  %n21_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n9_bn : tensor<1x3x3x3xf32>) outs(%init_95 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n21_deep_pad = tensor.pad %n21_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_96 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_42 = linalg.fill ins(%cst : f32) outs(%init_96 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n21_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n21_deep_pad, %n21_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_42 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_97 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_43 = linalg.fill ins(%cst : f32) outs(%init_97 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n21_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n21_deep, %n21_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_43 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_98 = tensor.empty() : tensor<1x3x3x3xf32>
  %n21_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n21_conv, %n21_gain, %n21_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_98 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_99 = tensor.empty() : tensor<1x3x3x3xf32>
  %n22_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n0_bn : tensor<1x3x3x3xf32>) outs(%init_99 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n22_deep_pad = tensor.pad %n22_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_100 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_44 = linalg.fill ins(%cst : f32) outs(%init_100 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n22_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n22_deep_pad, %n22_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_44 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_101 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_45 = linalg.fill ins(%cst : f32) outs(%init_101 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n22_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n22_deep, %n22_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_45 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_102 = tensor.empty() : tensor<1x3x3x3xf32>
  %n22_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n22_conv, %n22_gain, %n22_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_102 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_103 = tensor.empty() : tensor<1x3x3x3xf32>
  %n23_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map0, #map2, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n3_bn, %n11_bn, %n13_bn, %n21_bn, %edge3_23, %edge11_23, %edge13_23, %edge21_23 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_103 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %x6: f32, %x7: f32, %out: f32):
    %t0 = arith.negf %x4 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x5 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x6 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    %t17 = arith.negf %x7 : f32
    %t18 = math.exp %t17 : f32
    %t19 = arith.addf %cst_1, %t18 : f32
    %t20 = arith.divf %cst_1, %t19 : f32
    %t21 = arith.mulf %x3, %t20 : f32
    %t22 = arith.addf %t16, %t21 : f32
    linalg.yield %t22 : f32
  } -> tensor<1x3x3x3xf32>
  %init_104 = tensor.empty() : tensor<1x3x3x3xf32>
  %n23_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n23_sum : tensor<1x3x3x3xf32>) outs(%init_104 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n23_deep_pad = tensor.pad %n23_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_105 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_46 = linalg.fill ins(%cst : f32) outs(%init_105 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n23_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n23_deep_pad, %n23_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_46 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_106 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_47 = linalg.fill ins(%cst : f32) outs(%init_106 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n23_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n23_deep, %n23_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_47 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_107 = tensor.empty() : tensor<1x3x3x3xf32>
  %n23_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n23_conv, %n23_gain, %n23_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_107 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_108 = tensor.empty() : tensor<1x3x3x3xf32>
  %n24_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n6_bn, %n22_bn, %edge6_24, %edge22_24 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_108 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_109 = tensor.empty() : tensor<1x3x3x3xf32>
  %n24_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n24_sum : tensor<1x3x3x3xf32>) outs(%init_109 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n24_deep_pad = tensor.pad %n24_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_110 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_48 = linalg.fill ins(%cst : f32) outs(%init_110 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n24_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n24_deep_pad, %n24_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_48 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_111 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_49 = linalg.fill ins(%cst : f32) outs(%init_111 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n24_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n24_deep, %n24_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_49 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_112 = tensor.empty() : tensor<1x3x3x3xf32>
  %n24_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n24_conv, %n24_gain, %n24_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_112 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_113 = tensor.empty() : tensor<1x3x3x3xf32>
  %n25_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n3_bn, %n9_bn, %edge3_25, %edge9_25 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_113 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_114 = tensor.empty() : tensor<1x3x3x3xf32>
  %n25_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n25_sum : tensor<1x3x3x3xf32>) outs(%init_114 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n25_deep_pad = tensor.pad %n25_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_115 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_50 = linalg.fill ins(%cst : f32) outs(%init_115 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n25_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n25_deep_pad, %n25_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_50 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_116 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_51 = linalg.fill ins(%cst : f32) outs(%init_116 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n25_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n25_deep, %n25_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_51 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_117 = tensor.empty() : tensor<1x3x3x3xf32>
  %n25_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n25_conv, %n25_gain, %n25_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_117 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_118 = tensor.empty() : tensor<1x3x3x3xf32>
  %n26_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n19_bn, %n22_bn, %n24_bn, %edge19_26, %edge22_26, %edge24_26 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_118 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %out: f32):
    %t0 = arith.negf %x3 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x4 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x5 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    linalg.yield %t16 : f32
  } -> tensor<1x3x3x3xf32>
  %init_119 = tensor.empty() : tensor<1x3x3x3xf32>
  %n26_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n26_sum : tensor<1x3x3x3xf32>) outs(%init_119 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n26_deep_pad = tensor.pad %n26_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_120 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_52 = linalg.fill ins(%cst : f32) outs(%init_120 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n26_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n26_deep_pad, %n26_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_52 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_121 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_53 = linalg.fill ins(%cst : f32) outs(%init_121 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n26_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n26_deep, %n26_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_53 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_122 = tensor.empty() : tensor<1x3x3x3xf32>
  %n26_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n26_conv, %n26_gain, %n26_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_122 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_123 = tensor.empty() : tensor<1x3x3x3xf32>
  %n27_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n14_bn, %n26_bn, %edge14_27, %edge26_27 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_123 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_124 = tensor.empty() : tensor<1x3x3x3xf32>
  %n27_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n27_sum : tensor<1x3x3x3xf32>) outs(%init_124 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n27_deep_pad = tensor.pad %n27_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_125 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_54 = linalg.fill ins(%cst : f32) outs(%init_125 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n27_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n27_deep_pad, %n27_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_54 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_126 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_55 = linalg.fill ins(%cst : f32) outs(%init_126 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n27_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n27_deep, %n27_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_55 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_127 = tensor.empty() : tensor<1x3x3x3xf32>
  %n27_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n27_conv, %n27_gain, %n27_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_127 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_128 = tensor.empty() : tensor<1x3x3x3xf32>
  %n28_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n15_bn, %n21_bn, %n26_bn, %edge15_28, %edge21_28, %edge26_28 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_128 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %out: f32):
    %t0 = arith.negf %x3 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x4 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x5 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    linalg.yield %t16 : f32
  } -> tensor<1x3x3x3xf32>
  %init_129 = tensor.empty() : tensor<1x3x3x3xf32>
  %n28_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n28_sum : tensor<1x3x3x3xf32>) outs(%init_129 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n28_deep_pad = tensor.pad %n28_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_130 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_56 = linalg.fill ins(%cst : f32) outs(%init_130 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n28_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n28_deep_pad, %n28_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_56 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_131 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_57 = linalg.fill ins(%cst : f32) outs(%init_131 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n28_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n28_deep, %n28_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_57 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_132 = tensor.empty() : tensor<1x3x3x3xf32>
  %n28_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n28_conv, %n28_gain, %n28_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_132 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_133 = tensor.empty() : tensor<1x3x3x3xf32>
  %n29_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n20_bn, %n22_bn, %n27_bn, %edge20_29, %edge22_29, %edge27_29 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_133 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %out: f32):
    %t0 = arith.negf %x3 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x4 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x5 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    linalg.yield %t16 : f32
  } -> tensor<1x3x3x3xf32>
  %init_134 = tensor.empty() : tensor<1x3x3x3xf32>
  %n29_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n29_sum : tensor<1x3x3x3xf32>) outs(%init_134 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n29_deep_pad = tensor.pad %n29_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_135 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_58 = linalg.fill ins(%cst : f32) outs(%init_135 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n29_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n29_deep_pad, %n29_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_58 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_136 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_59 = linalg.fill ins(%cst : f32) outs(%init_136 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n29_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n29_deep, %n29_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_59 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_137 = tensor.empty() : tensor<1x3x3x3xf32>
  %n29_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n29_conv, %n29_gain, %n29_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_137 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_138 = tensor.empty() : tensor<1x3x3x3xf32>
  %n30_sum = linalg.generic {indexing_maps = [#map0, #map0, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n26_bn, %n28_bn, %edge26_30, %edge28_30 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>) outs(%init_138 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = arith.negf %x2 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x3 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    linalg.yield %t10 : f32
  } -> tensor<1x3x3x3xf32>
  %init_139 = tensor.empty() : tensor<1x3x3x3xf32>
  %n30_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n30_sum : tensor<1x3x3x3xf32>) outs(%init_139 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n30_deep_pad = tensor.pad %n30_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_140 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_60 = linalg.fill ins(%cst : f32) outs(%init_140 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n30_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n30_deep_pad, %n30_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_60 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_141 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_61 = linalg.fill ins(%cst : f32) outs(%init_141 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n30_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n30_deep, %n30_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_61 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_142 = tensor.empty() : tensor<1x3x3x3xf32>
  %n30_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n30_conv, %n30_gain, %n30_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_142 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_143 = tensor.empty() : tensor<1x3x3x3xf32>
  %n31_sum = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map2, #map2, #map2, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n20_bn, %n22_bn, %n30_bn, %edge20_31, %edge22_31, %edge30_31 : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<f32>, tensor<f32>, tensor<f32>) outs(%init_143 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %out: f32):
    %t0 = arith.negf %x3 : f32
    %t1 = math.exp %t0 : f32
    %t2 = arith.addf %cst_1, %t1 : f32
    %t3 = arith.divf %cst_1, %t2 : f32
    %t4 = arith.mulf %x0, %t3 : f32
    %t5 = arith.negf %x4 : f32
    %t6 = math.exp %t5 : f32
    %t7 = arith.addf %cst_1, %t6 : f32
    %t8 = arith.divf %cst_1, %t7 : f32
    %t9 = arith.mulf %x1, %t8 : f32
    %t10 = arith.addf %t4, %t9 : f32
    %t11 = arith.negf %x5 : f32
    %t12 = math.exp %t11 : f32
    %t13 = arith.addf %cst_1, %t12 : f32
    %t14 = arith.divf %cst_1, %t13 : f32
    %t15 = arith.mulf %x2, %t14 : f32
    %t16 = arith.addf %t10, %t15 : f32
    linalg.yield %t16 : f32
  } -> tensor<1x3x3x3xf32>
  %init_144 = tensor.empty() : tensor<1x3x3x3xf32>
  %n31_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n31_sum : tensor<1x3x3x3xf32>) outs(%init_144 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x3x3x3xf32>
  %n31_deep_pad = tensor.pad %n31_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x3x3x3xf32> to tensor<1x5x5x3xf32>
  %init_145 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_62 = linalg.fill ins(%cst : f32) outs(%init_145 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n31_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n31_deep_pad, %n31_dw : tensor<1x5x5x3xf32>, tensor<3x3x3xf32>) outs(%zero_62 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_146 = tensor.empty() : tensor<1x3x3x3xf32>
  %zero_63 = linalg.fill ins(%cst : f32) outs(%init_146 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %n31_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%n31_deep, %n31_pw : tensor<1x3x3x3xf32>, tensor<1x1x3x3xf32>) outs(%zero_63 : tensor<1x3x3x3xf32>) -> tensor<1x3x3x3xf32>
  %init_147 = tensor.empty() : tensor<1x3x3x3xf32>
  %n31_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n31_conv, %n31_gain, %n31_shift : tensor<1x3x3x3xf32>, tensor<3xf32>, tensor<3xf32>) outs(%init_147 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x3x3x3xf32>
  %init_148 = tensor.empty() : tensor<1x3x3x3xf32>
  %out = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map0, #map0, #map0, #map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%n16_bn, %n17_bn, %n18_bn, %n23_bn, %n25_bn, %n29_bn, %n31_bn : tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>, tensor<1x3x3x3xf32>) outs(%init_148 : tensor<1x3x3x3xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %x5: f32, %x6: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.addf %t1, %x3 : f32
    %t3 = arith.addf %t2, %x4 : f32
    %t4 = arith.addf %t3, %x5 : f32
    %t5 = arith.addf %t4, %x6 : f32
    %t6 = arith.mulf %t5, %cst_2 : f32
    linalg.yield %t6 : f32
  } -> tensor<1x3x3x3xf32>
  return %out : tensor<1x3x3x3xf32>
}
