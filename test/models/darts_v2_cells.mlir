// DARTS_V2: two normal cells.
// Architecture: Liu et al., "DARTS: Differentiable architecture search", ICLR
// 2019, genotype DARTS_V2, first stage of the CIFAR-10 network (C = 36).
// Sizes: batch 1, 32x32, 36 channels per node, cell inputs 144, f32 inference.

#map0 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map1 = affine_map<(d0, d1, d2, d3) -> (d3)>

func.func @cells(
    %s0: tensor<1x32x32x144xf32>,
    %s1: tensor<1x32x32x144xf32>,
    %c0_pre0_w: tensor<1x1x144x36xf32>,
    %c0_pre0_gain: tensor<36xf32>,
    %c0_pre0_shift: tensor<36xf32>,
    %c0_pre1_w: tensor<1x1x144x36xf32>,
    %c0_pre1_gain: tensor<36xf32>,
    %c0_pre1_shift: tensor<36xf32>,
    %c0_n0a_1_dw: tensor<3x3x36xf32>,
    %c0_n0a_1_pw: tensor<1x1x36x36xf32>,
    %c0_n0a_1_gain: tensor<36xf32>,
    %c0_n0a_1_shift: tensor<36xf32>,
    %c0_n0a_2_dw: tensor<3x3x36xf32>,
    %c0_n0a_2_pw: tensor<1x1x36x36xf32>,
    %c0_n0a_2_gain: tensor<36xf32>,
    %c0_n0a_2_shift: tensor<36xf32>,
    %c0_n0b_1_dw: tensor<3x3x36xf32>,
    %c0_n0b_1_pw: tensor<1x1x36x36xf32>,
    %c0_n0b_1_gain: tensor<36xf32>,
    %c0_n0b_1_shift: tensor<36xf32>,
    %c0_n0b_2_dw: tensor<3x3x36xf32>,
    %c0_n0b_2_pw: tensor<1x1x36x36xf32>,
    %c0_n0b_2_gain: tensor<36xf32>,
    %c0_n0b_2_shift: tensor<36xf32>,
    %c0_n1a_1_dw: tensor<3x3x36xf32>,
    %c0_n1a_1_pw: tensor<1x1x36x36xf32>,
    %c0_n1a_1_gain: tensor<36xf32>,
    %c0_n1a_1_shift: tensor<36xf32>,
    %c0_n1a_2_dw: tensor<3x3x36xf32>,
    %c0_n1a_2_pw: tensor<1x1x36x36xf32>,
    %c0_n1a_2_gain: tensor<36xf32>,
    %c0_n1a_2_shift: tensor<36xf32>,
    %c0_n1b_1_dw: tensor<3x3x36xf32>,
    %c0_n1b_1_pw: tensor<1x1x36x36xf32>,
    %c0_n1b_1_gain: tensor<36xf32>,
    %c0_n1b_1_shift: tensor<36xf32>,
    %c0_n1b_2_dw: tensor<3x3x36xf32>,
    %c0_n1b_2_pw: tensor<1x1x36x36xf32>,
    %c0_n1b_2_gain: tensor<36xf32>,
    %c0_n1b_2_shift: tensor<36xf32>,
    %c0_n2a_1_dw: tensor<3x3x36xf32>,
    %c0_n2a_1_pw: tensor<1x1x36x36xf32>,
    %c0_n2a_1_gain: tensor<36xf32>,
    %c0_n2a_1_shift: tensor<36xf32>,
    %c0_n2a_2_dw: tensor<3x3x36xf32>,
    %c0_n2a_2_pw: tensor<1x1x36x36xf32>,
    %c0_n2a_2_gain: tensor<36xf32>,
    %c0_n2a_2_shift: tensor<36xf32>,
    %c0_n3b_dw: tensor<3x3x36xf32>,
    %c0_n3b_pw: tensor<1x1x36x36xf32>,
    %c0_n3b_gain: tensor<36xf32>,
    %c0_n3b_shift: tensor<36xf32>,
    %c1_pre0_w: tensor<1x1x144x36xf32>,
    %c1_pre0_gain: tensor<36xf32>,
    %c1_pre0_shift: tensor<36xf32>,
    %c1_pre1_w: tensor<1x1x144x36xf32>,
    %c1_pre1_gain: tensor<36xf32>,
    %c1_pre1_shift: tensor<36xf32>,
    %c1_n0a_1_dw: tensor<3x3x36xf32>,
    %c1_n0a_1_pw: tensor<1x1x36x36xf32>,
    %c1_n0a_1_gain: tensor<36xf32>,
    %c1_n0a_1_shift: tensor<36xf32>,
    %c1_n0a_2_dw: tensor<3x3x36xf32>,
    %c1_n0a_2_pw: tensor<1x1x36x36xf32>,
    %c1_n0a_2_gain: tensor<36xf32>,
    %c1_n0a_2_shift: tensor<36xf32>,
    %c1_n0b_1_dw: tensor<3x3x36xf32>,
    %c1_n0b_1_pw: tensor<1x1x36x36xf32>,
    %c1_n0b_1_gain: tensor<36xf32>,
    %c1_n0b_1_shift: tensor<36xf32>,
    %c1_n0b_2_dw: tensor<3x3x36xf32>,
    %c1_n0b_2_pw: tensor<1x1x36x36xf32>,
    %c1_n0b_2_gain: tensor<36xf32>,
    %c1_n0b_2_shift: tensor<36xf32>,
    %c1_n1a_1_dw: tensor<3x3x36xf32>,
    %c1_n1a_1_pw: tensor<1x1x36x36xf32>,
    %c1_n1a_1_gain: tensor<36xf32>,
    %c1_n1a_1_shift: tensor<36xf32>,
    %c1_n1a_2_dw: tensor<3x3x36xf32>,
    %c1_n1a_2_pw: tensor<1x1x36x36xf32>,
    %c1_n1a_2_gain: tensor<36xf32>,
    %c1_n1a_2_shift: tensor<36xf32>,
    %c1_n1b_1_dw: tensor<3x3x36xf32>,
    %c1_n1b_1_pw: tensor<1x1x36x36xf32>,
    %c1_n1b_1_gain: tensor<36xf32>,
    %c1_n1b_1_shift: tensor<36xf32>,
    %c1_n1b_2_dw: tensor<3x3x36xf32>,
    %c1_n1b_2_pw: tensor<1x1x36x36xf32>,
    %c1_n1b_2_gain: tensor<36xf32>,
    %c1_n1b_2_shift: tensor<36xf32>,
    %c1_n2a_1_dw: tensor<3x3x36xf32>,
    %c1_n2a_1_pw: tensor<1x1x36x36xf32>,
    %c1_n2a_1_gain: tensor<36xf32>,
    %c1_n2a_1_shift: tensor<36xf32>,
    %c1_n2a_2_dw: tensor<3x3x36xf32>,
    %c1_n2a_2_pw: tensor<1x1x36x36xf32>,
    %c1_n2a_2_gain: tensor<36xf32>,
    %c1_n2a_2_shift: tensor<36xf32>,
    %c1_n3b_dw: tensor<3x3x36xf32>,
    %c1_n3b_pw: tensor<1x1x36x36xf32>,
    %c1_n3b_gain: tensor<36xf32>,
    %c1_n3b_shift: tensor<36xf32>)
    -> (tensor<1x32x32x144xf32>) {
  %cst = arith.constant 0.0 : f32
  %init = tensor.empty() : tensor<1x32x32x144xf32>
  %c0_pre0_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s0 : tensor<1x32x32x144xf32>) outs(%init : tensor<1x32x32x144xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x144xf32>
  %init_1 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero = linalg.fill ins(%cst : f32) outs(%init_1 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_pre0_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_pre0_relu, %c0_pre0_w : tensor<1x32x32x144xf32>, tensor<1x1x144x36xf32>) outs(%zero : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_2 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_pre0_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_pre0_conv, %c0_pre0_gain, %c0_pre0_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_2 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_3 = tensor.empty() : tensor<1x32x32x144xf32>
  %c0_pre1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s1 : tensor<1x32x32x144xf32>) outs(%init_3 : tensor<1x32x32x144xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x144xf32>
  %init_4 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_1 = linalg.fill ins(%cst : f32) outs(%init_4 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_pre1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_pre1_relu, %c0_pre1_w : tensor<1x32x32x144xf32>, tensor<1x1x144x36xf32>) outs(%zero_1 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_5 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_pre1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_pre1_conv, %c0_pre1_gain, %c0_pre1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_5 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_6 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n0a_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_pre0_bn : tensor<1x32x32x36xf32>) outs(%init_6 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n0a_1_deep_pad = tensor.pad %c0_n0a_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_7 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_2 = linalg.fill ins(%cst : f32) outs(%init_7 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n0a_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n0a_1_deep_pad, %c0_n0a_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_2 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_8 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_3 = linalg.fill ins(%cst : f32) outs(%init_8 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n0a_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n0a_1_deep, %c0_n0a_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_3 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_9 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n0a_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n0a_1_conv, %c0_n0a_1_gain, %c0_n0a_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_9 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_10 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n0a_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n0a_1_bn : tensor<1x32x32x36xf32>) outs(%init_10 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n0a_2_deep_pad = tensor.pad %c0_n0a_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_11 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_4 = linalg.fill ins(%cst : f32) outs(%init_11 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n0a_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n0a_2_deep_pad, %c0_n0a_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_4 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_12 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_5 = linalg.fill ins(%cst : f32) outs(%init_12 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n0a_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n0a_2_deep, %c0_n0a_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_5 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_13 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n0a_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n0a_2_conv, %c0_n0a_2_gain, %c0_n0a_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_13 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_14 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n0b_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_pre1_bn : tensor<1x32x32x36xf32>) outs(%init_14 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n0b_1_deep_pad = tensor.pad %c0_n0b_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_15 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_6 = linalg.fill ins(%cst : f32) outs(%init_15 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n0b_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n0b_1_deep_pad, %c0_n0b_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_6 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_16 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_7 = linalg.fill ins(%cst : f32) outs(%init_16 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n0b_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n0b_1_deep, %c0_n0b_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_7 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_17 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n0b_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n0b_1_conv, %c0_n0b_1_gain, %c0_n0b_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_17 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_18 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n0b_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n0b_1_bn : tensor<1x32x32x36xf32>) outs(%init_18 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n0b_2_deep_pad = tensor.pad %c0_n0b_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_19 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_8 = linalg.fill ins(%cst : f32) outs(%init_19 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n0b_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n0b_2_deep_pad, %c0_n0b_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_8 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_20 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_9 = linalg.fill ins(%cst : f32) outs(%init_20 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n0b_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n0b_2_deep, %c0_n0b_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_9 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_21 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n0b_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n0b_2_conv, %c0_n0b_2_gain, %c0_n0b_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_21 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_22 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n0 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n0a_2_bn, %c0_n0b_2_bn : tensor<1x32x32x36xf32>, tensor<1x32x32x36xf32>) outs(%init_22 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %init_23 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n1a_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_pre0_bn : tensor<1x32x32x36xf32>) outs(%init_23 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n1a_1_deep_pad = tensor.pad %c0_n1a_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_24 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_10 = linalg.fill ins(%cst : f32) outs(%init_24 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n1a_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n1a_1_deep_pad, %c0_n1a_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_10 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_25 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_11 = linalg.fill ins(%cst : f32) outs(%init_25 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n1a_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n1a_1_deep, %c0_n1a_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_11 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_26 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n1a_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n1a_1_conv, %c0_n1a_1_gain, %c0_n1a_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_26 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_27 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n1a_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n1a_1_bn : tensor<1x32x32x36xf32>) outs(%init_27 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n1a_2_deep_pad = tensor.pad %c0_n1a_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_28 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_12 = linalg.fill ins(%cst : f32) outs(%init_28 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n1a_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n1a_2_deep_pad, %c0_n1a_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_12 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_29 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_13 = linalg.fill ins(%cst : f32) outs(%init_29 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n1a_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n1a_2_deep, %c0_n1a_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_13 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_30 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n1a_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n1a_2_conv, %c0_n1a_2_gain, %c0_n1a_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_30 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_31 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n1b_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_pre1_bn : tensor<1x32x32x36xf32>) outs(%init_31 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n1b_1_deep_pad = tensor.pad %c0_n1b_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_32 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_14 = linalg.fill ins(%cst : f32) outs(%init_32 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n1b_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n1b_1_deep_pad, %c0_n1b_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_14 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_33 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_15 = linalg.fill ins(%cst : f32) outs(%init_33 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n1b_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n1b_1_deep, %c0_n1b_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_15 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_34 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n1b_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n1b_1_conv, %c0_n1b_1_gain, %c0_n1b_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_34 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_35 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n1b_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n1b_1_bn : tensor<1x32x32x36xf32>) outs(%init_35 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n1b_2_deep_pad = tensor.pad %c0_n1b_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_36 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_16 = linalg.fill ins(%cst : f32) outs(%init_36 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n1b_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n1b_2_deep_pad, %c0_n1b_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_16 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_37 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_17 = linalg.fill ins(%cst : f32) outs(%init_37 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n1b_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n1b_2_deep, %c0_n1b_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_17 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_38 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n1b_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n1b_2_conv, %c0_n1b_2_gain, %c0_n1b_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_38 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_39 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n1a_2_bn, %c0_n1b_2_bn : tensor<1x32x32x36xf32>, tensor<1x32x32x36xf32>) outs(%init_39 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %init_40 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n2a_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_pre1_bn : tensor<1x32x32x36xf32>) outs(%init_40 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n2a_1_deep_pad = tensor.pad %c0_n2a_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_41 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_18 = linalg.fill ins(%cst : f32) outs(%init_41 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n2a_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n2a_1_deep_pad, %c0_n2a_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_18 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_42 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_19 = linalg.fill ins(%cst : f32) outs(%init_42 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n2a_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n2a_1_deep, %c0_n2a_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_19 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_43 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n2a_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n2a_1_conv, %c0_n2a_1_gain, %c0_n2a_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_43 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_44 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n2a_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n2a_1_bn : tensor<1x32x32x36xf32>) outs(%init_44 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n2a_2_deep_pad = tensor.pad %c0_n2a_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_45 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_20 = linalg.fill ins(%cst : f32) outs(%init_45 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n2a_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n2a_2_deep_pad, %c0_n2a_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_20 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_46 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_21 = linalg.fill ins(%cst : f32) outs(%init_46 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n2a_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n2a_2_deep, %c0_n2a_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_21 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_47 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n2a_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n2a_2_conv, %c0_n2a_2_gain, %c0_n2a_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_47 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_48 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n2a_2_bn, %c0_pre0_bn : tensor<1x32x32x36xf32>, tensor<1x32x32x36xf32>) outs(%init_48 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %init_49 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n3b_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n0 : tensor<1x32x32x36xf32>) outs(%init_49 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c0_n3b_deep_pad = tensor.pad %c0_n3b_relu low[0, 2, 2, 0] high[0, 2, 2, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x36x36x36xf32>
  %init_50 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_22 = linalg.fill ins(%cst : f32) outs(%init_50 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n3b_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<2> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n3b_deep_pad, %c0_n3b_dw : tensor<1x36x36x36xf32>, tensor<3x3x36xf32>) outs(%zero_22 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_51 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_23 = linalg.fill ins(%cst : f32) outs(%init_51 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c0_n3b_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c0_n3b_deep, %c0_n3b_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_23 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_52 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n3b_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_n3b_conv, %c0_n3b_gain, %c0_n3b_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_52 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_53 = tensor.empty() : tensor<1x32x32x36xf32>
  %c0_n3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_pre0_bn, %c0_n3b_bn : tensor<1x32x32x36xf32>, tensor<1x32x32x36xf32>) outs(%init_53 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %init_54 = tensor.empty() : tensor<1x32x32x144xf32>
  %c0_out = tensor.insert_slice %c0_n0 into %init_54[0, 0, 0, 0] [1, 32, 32, 36] [1, 1, 1, 1] : tensor<1x32x32x36xf32> into tensor<1x32x32x144xf32>
  %c0_out_1 = tensor.insert_slice %c0_n1 into %c0_out[0, 0, 0, 36] [1, 32, 32, 36] [1, 1, 1, 1] : tensor<1x32x32x36xf32> into tensor<1x32x32x144xf32>
  %c0_out_2 = tensor.insert_slice %c0_n2 into %c0_out_1[0, 0, 0, 72] [1, 32, 32, 36] [1, 1, 1, 1] : tensor<1x32x32x36xf32> into tensor<1x32x32x144xf32>
  %c0_out_3 = tensor.insert_slice %c0_n3 into %c0_out_2[0, 0, 0, 108] [1, 32, 32, 36] [1, 1, 1, 1] : tensor<1x32x32x36xf32> into tensor<1x32x32x144xf32>
  %init_55 = tensor.empty() : tensor<1x32x32x144xf32>
  %c1_pre0_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s1 : tensor<1x32x32x144xf32>) outs(%init_55 : tensor<1x32x32x144xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x144xf32>
  %init_56 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_24 = linalg.fill ins(%cst : f32) outs(%init_56 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_pre0_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_pre0_relu, %c1_pre0_w : tensor<1x32x32x144xf32>, tensor<1x1x144x36xf32>) outs(%zero_24 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_57 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_pre0_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_pre0_conv, %c1_pre0_gain, %c1_pre0_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_57 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_58 = tensor.empty() : tensor<1x32x32x144xf32>
  %c1_pre1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0_out_3 : tensor<1x32x32x144xf32>) outs(%init_58 : tensor<1x32x32x144xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x144xf32>
  %init_59 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_25 = linalg.fill ins(%cst : f32) outs(%init_59 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_pre1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_pre1_relu, %c1_pre1_w : tensor<1x32x32x144xf32>, tensor<1x1x144x36xf32>) outs(%zero_25 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_60 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_pre1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_pre1_conv, %c1_pre1_gain, %c1_pre1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_60 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_61 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n0a_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_pre0_bn : tensor<1x32x32x36xf32>) outs(%init_61 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n0a_1_deep_pad = tensor.pad %c1_n0a_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_62 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_26 = linalg.fill ins(%cst : f32) outs(%init_62 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n0a_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n0a_1_deep_pad, %c1_n0a_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_26 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_63 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_27 = linalg.fill ins(%cst : f32) outs(%init_63 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n0a_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n0a_1_deep, %c1_n0a_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_27 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_64 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n0a_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n0a_1_conv, %c1_n0a_1_gain, %c1_n0a_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_64 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_65 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n0a_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n0a_1_bn : tensor<1x32x32x36xf32>) outs(%init_65 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n0a_2_deep_pad = tensor.pad %c1_n0a_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_66 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_28 = linalg.fill ins(%cst : f32) outs(%init_66 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n0a_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n0a_2_deep_pad, %c1_n0a_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_28 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_67 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_29 = linalg.fill ins(%cst : f32) outs(%init_67 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n0a_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n0a_2_deep, %c1_n0a_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_29 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_68 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n0a_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n0a_2_conv, %c1_n0a_2_gain, %c1_n0a_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_68 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_69 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n0b_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_pre1_bn : tensor<1x32x32x36xf32>) outs(%init_69 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n0b_1_deep_pad = tensor.pad %c1_n0b_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_70 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_30 = linalg.fill ins(%cst : f32) outs(%init_70 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n0b_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n0b_1_deep_pad, %c1_n0b_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_30 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_71 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_31 = linalg.fill ins(%cst : f32) outs(%init_71 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n0b_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n0b_1_deep, %c1_n0b_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_31 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_72 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n0b_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n0b_1_conv, %c1_n0b_1_gain, %c1_n0b_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_72 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_73 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n0b_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n0b_1_bn : tensor<1x32x32x36xf32>) outs(%init_73 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n0b_2_deep_pad = tensor.pad %c1_n0b_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_74 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_32 = linalg.fill ins(%cst : f32) outs(%init_74 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n0b_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n0b_2_deep_pad, %c1_n0b_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_32 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_75 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_33 = linalg.fill ins(%cst : f32) outs(%init_75 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n0b_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n0b_2_deep, %c1_n0b_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_33 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_76 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n0b_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n0b_2_conv, %c1_n0b_2_gain, %c1_n0b_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_76 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_77 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n0 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n0a_2_bn, %c1_n0b_2_bn : tensor<1x32x32x36xf32>, tensor<1x32x32x36xf32>) outs(%init_77 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %init_78 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n1a_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_pre0_bn : tensor<1x32x32x36xf32>) outs(%init_78 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n1a_1_deep_pad = tensor.pad %c1_n1a_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_79 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_34 = linalg.fill ins(%cst : f32) outs(%init_79 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n1a_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n1a_1_deep_pad, %c1_n1a_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_34 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_80 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_35 = linalg.fill ins(%cst : f32) outs(%init_80 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n1a_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n1a_1_deep, %c1_n1a_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_35 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_81 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n1a_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n1a_1_conv, %c1_n1a_1_gain, %c1_n1a_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_81 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_82 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n1a_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n1a_1_bn : tensor<1x32x32x36xf32>) outs(%init_82 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n1a_2_deep_pad = tensor.pad %c1_n1a_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_83 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_36 = linalg.fill ins(%cst : f32) outs(%init_83 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n1a_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n1a_2_deep_pad, %c1_n1a_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_36 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_84 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_37 = linalg.fill ins(%cst : f32) outs(%init_84 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n1a_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n1a_2_deep, %c1_n1a_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_37 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_85 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n1a_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n1a_2_conv, %c1_n1a_2_gain, %c1_n1a_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_85 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_86 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n1b_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_pre1_bn : tensor<1x32x32x36xf32>) outs(%init_86 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n1b_1_deep_pad = tensor.pad %c1_n1b_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_87 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_38 = linalg.fill ins(%cst : f32) outs(%init_87 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n1b_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n1b_1_deep_pad, %c1_n1b_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_38 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_88 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_39 = linalg.fill ins(%cst : f32) outs(%init_88 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n1b_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n1b_1_deep, %c1_n1b_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_39 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_89 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n1b_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n1b_1_conv, %c1_n1b_1_gain, %c1_n1b_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_89 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_90 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n1b_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n1b_1_bn : tensor<1x32x32x36xf32>) outs(%init_90 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n1b_2_deep_pad = tensor.pad %c1_n1b_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_91 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_40 = linalg.fill ins(%cst : f32) outs(%init_91 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n1b_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n1b_2_deep_pad, %c1_n1b_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_40 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_92 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_41 = linalg.fill ins(%cst : f32) outs(%init_92 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n1b_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n1b_2_deep, %c1_n1b_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_41 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_93 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n1b_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n1b_2_conv, %c1_n1b_2_gain, %c1_n1b_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_93 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_94 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n1a_2_bn, %c1_n1b_2_bn : tensor<1x32x32x36xf32>, tensor<1x32x32x36xf32>) outs(%init_94 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %init_95 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n2a_1_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_pre1_bn : tensor<1x32x32x36xf32>) outs(%init_95 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n2a_1_deep_pad = tensor.pad %c1_n2a_1_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_96 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_42 = linalg.fill ins(%cst : f32) outs(%init_96 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n2a_1_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n2a_1_deep_pad, %c1_n2a_1_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_42 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_97 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_43 = linalg.fill ins(%cst : f32) outs(%init_97 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n2a_1_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n2a_1_deep, %c1_n2a_1_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_43 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_98 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n2a_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n2a_1_conv, %c1_n2a_1_gain, %c1_n2a_1_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_98 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_99 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n2a_2_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n2a_1_bn : tensor<1x32x32x36xf32>) outs(%init_99 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n2a_2_deep_pad = tensor.pad %c1_n2a_2_relu low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x34x34x36xf32>
  %init_100 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_44 = linalg.fill ins(%cst : f32) outs(%init_100 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n2a_2_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n2a_2_deep_pad, %c1_n2a_2_dw : tensor<1x34x34x36xf32>, tensor<3x3x36xf32>) outs(%zero_44 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_101 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_45 = linalg.fill ins(%cst : f32) outs(%init_101 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n2a_2_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n2a_2_deep, %c1_n2a_2_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_45 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_102 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n2a_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n2a_2_conv, %c1_n2a_2_gain, %c1_n2a_2_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_102 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_103 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n2a_2_bn, %c1_pre0_bn : tensor<1x32x32x36xf32>, tensor<1x32x32x36xf32>) outs(%init_103 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %init_104 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n3b_relu = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n0 : tensor<1x32x32x36xf32>) outs(%init_104 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %c1_n3b_deep_pad = tensor.pad %c1_n3b_relu low[0, 2, 2, 0] high[0, 2, 2, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x32x32x36xf32> to tensor<1x36x36x36xf32>
  %init_105 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_46 = linalg.fill ins(%cst : f32) outs(%init_105 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n3b_deep = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<2> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n3b_deep_pad, %c1_n3b_dw : tensor<1x36x36x36xf32>, tensor<3x3x36xf32>) outs(%zero_46 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_106 = tensor.empty() : tensor<1x32x32x36xf32>
  %zero_47 = linalg.fill ins(%cst : f32) outs(%init_106 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %c1_n3b_conv = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%c1_n3b_deep, %c1_n3b_pw : tensor<1x32x32x36xf32>, tensor<1x1x36x36xf32>) outs(%zero_47 : tensor<1x32x32x36xf32>) -> tensor<1x32x32x36xf32>
  %init_107 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n3b_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_n3b_conv, %c1_n3b_gain, %c1_n3b_shift : tensor<1x32x32x36xf32>, tensor<36xf32>, tensor<36xf32>) outs(%init_107 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x32x32x36xf32>
  %init_108 = tensor.empty() : tensor<1x32x32x36xf32>
  %c1_n3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c1_pre0_bn, %c1_n3b_bn : tensor<1x32x32x36xf32>, tensor<1x32x32x36xf32>) outs(%init_108 : tensor<1x32x32x36xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x32x32x36xf32>
  %init_109 = tensor.empty() : tensor<1x32x32x144xf32>
  %c1_out = tensor.insert_slice %c1_n0 into %init_109[0, 0, 0, 0] [1, 32, 32, 36] [1, 1, 1, 1] : tensor<1x32x32x36xf32> into tensor<1x32x32x144xf32>
  %c1_out_1 = tensor.insert_slice %c1_n1 into %c1_out[0, 0, 0, 36] [1, 32, 32, 36] [1, 1, 1, 1] : tensor<1x32x32x36xf32> into tensor<1x32x32x144xf32>
  %c1_out_2 = tensor.insert_slice %c1_n2 into %c1_out_1[0, 0, 0, 72] [1, 32, 32, 36] [1, 1, 1, 1] : tensor<1x32x32x36xf32> into tensor<1x32x32x144xf32>
  %c1_out_3 = tensor.insert_slice %c1_n3 into %c1_out_2[0, 0, 0, 108] [1, 32, 32, 36] [1, 1, 1, 1] : tensor<1x32x32x36xf32> into tensor<1x32x32x144xf32>
  return %c1_out_3 : tensor<1x32x32x144xf32>
}
