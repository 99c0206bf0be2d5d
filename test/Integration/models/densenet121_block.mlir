// DenseNet-121: dense block 1, 6 layers, growth 2.
// Architecture: Huang et al., "Densely connected convolutional networks", CVPR
// 2017 (bottleneck layers, DenseNet-BC).
// Sizes: batch 1, 5x5x4, f32 inference. Equal shapes share one tensor.empty.

#map0 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map1 = affine_map<(d0, d1, d2, d3) -> (d3)>

func.func @dense_block(
    %x: tensor<1x5x5x4xf32>,
    %l1_1_gain: tensor<4xf32>,
    %l1_1_shift: tensor<4xf32>,
    %l1_w1: tensor<1x1x4x8xf32>,
    %l1_2_gain: tensor<8xf32>,
    %l1_2_shift: tensor<8xf32>,
    %l1_w2: tensor<3x3x8x2xf32>,
    %l2_1_gain: tensor<6xf32>,
    %l2_1_shift: tensor<6xf32>,
    %l2_w1: tensor<1x1x6x8xf32>,
    %l2_2_gain: tensor<8xf32>,
    %l2_2_shift: tensor<8xf32>,
    %l2_w2: tensor<3x3x8x2xf32>,
    %l3_1_gain: tensor<8xf32>,
    %l3_1_shift: tensor<8xf32>,
    %l3_w1: tensor<1x1x8x8xf32>,
    %l3_2_gain: tensor<8xf32>,
    %l3_2_shift: tensor<8xf32>,
    %l3_w2: tensor<3x3x8x2xf32>,
    %l4_1_gain: tensor<10xf32>,
    %l4_1_shift: tensor<10xf32>,
    %l4_w1: tensor<1x1x10x8xf32>,
    %l4_2_gain: tensor<8xf32>,
    %l4_2_shift: tensor<8xf32>,
    %l4_w2: tensor<3x3x8x2xf32>,
    %l5_1_gain: tensor<12xf32>,
    %l5_1_shift: tensor<12xf32>,
    %l5_w1: tensor<1x1x12x8xf32>,
    %l5_2_gain: tensor<8xf32>,
    %l5_2_shift: tensor<8xf32>,
    %l5_w2: tensor<3x3x8x2xf32>,
    %l6_1_gain: tensor<14xf32>,
    %l6_1_shift: tensor<14xf32>,
    %l6_w1: tensor<1x1x14x8xf32>,
    %l6_2_gain: tensor<8xf32>,
    %l6_2_shift: tensor<8xf32>,
    %l6_w2: tensor<3x3x8x2xf32>)
    -> (tensor<1x5x5x16xf32>) {
  %cst = arith.constant 0.0 : f32
  %init = tensor.empty() : tensor<1x5x5x4xf32>
  %init_1 = tensor.empty() : tensor<1x5x5x8xf32>
  %init_2 = tensor.empty() : tensor<1x5x5x2xf32>
  %init_3 = tensor.empty() : tensor<1x5x5x6xf32>
  %init_4 = tensor.empty() : tensor<1x5x5x10xf32>
  %init_5 = tensor.empty() : tensor<1x5x5x12xf32>
  %init_6 = tensor.empty() : tensor<1x5x5x14xf32>
  %init_7 = tensor.empty() : tensor<1x5x5x16xf32>
  %l1_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%x, %l1_1_gain, %l1_1_shift : tensor<1x5x5x4xf32>, tensor<4xf32>, tensor<4xf32>) outs(%init : tensor<1x5x5x4xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x4xf32>
  %zero = linalg.fill ins(%cst : f32) outs(%init_1 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l1_bottleneck = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l1_1_bn, %l1_w1 : tensor<1x5x5x4xf32>, tensor<1x1x4x8xf32>) outs(%zero : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l1_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l1_bottleneck, %l1_2_gain, %l1_2_shift : tensor<1x5x5x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_1 : tensor<1x5x5x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x8xf32>
  %l1_out_pad = tensor.pad %l1_2_bn low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x5x5x8xf32> to tensor<1x7x7x8xf32>
  %zero_1 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l1_out = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l1_out_pad, %l1_w2 : tensor<1x7x7x8xf32>, tensor<3x3x8x2xf32>) outs(%zero_1 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l2_in = tensor.insert_slice %x into %init_3[0, 0, 0, 0] [1, 5, 5, 4] [1, 1, 1, 1] : tensor<1x5x5x4xf32> into tensor<1x5x5x6xf32>
  %l2_in_1 = tensor.insert_slice %l1_out into %l2_in[0, 0, 0, 4] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x6xf32>
  %l2_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l2_in_1, %l2_1_gain, %l2_1_shift : tensor<1x5x5x6xf32>, tensor<6xf32>, tensor<6xf32>) outs(%init_3 : tensor<1x5x5x6xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x6xf32>
  %zero_2 = linalg.fill ins(%cst : f32) outs(%init_1 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l2_bottleneck = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l2_1_bn, %l2_w1 : tensor<1x5x5x6xf32>, tensor<1x1x6x8xf32>) outs(%zero_2 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l2_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l2_bottleneck, %l2_2_gain, %l2_2_shift : tensor<1x5x5x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_1 : tensor<1x5x5x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x8xf32>
  %l2_out_pad = tensor.pad %l2_2_bn low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x5x5x8xf32> to tensor<1x7x7x8xf32>
  %zero_3 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l2_out = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l2_out_pad, %l2_w2 : tensor<1x7x7x8xf32>, tensor<3x3x8x2xf32>) outs(%zero_3 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l3_in = tensor.insert_slice %x into %init_1[0, 0, 0, 0] [1, 5, 5, 4] [1, 1, 1, 1] : tensor<1x5x5x4xf32> into tensor<1x5x5x8xf32>
  %l3_in_1 = tensor.insert_slice %l1_out into %l3_in[0, 0, 0, 4] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x8xf32>
  %l3_in_2 = tensor.insert_slice %l2_out into %l3_in_1[0, 0, 0, 6] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x8xf32>
  %l3_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l3_in_2, %l3_1_gain, %l3_1_shift : tensor<1x5x5x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_1 : tensor<1x5x5x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x8xf32>
  %zero_4 = linalg.fill ins(%cst : f32) outs(%init_1 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l3_bottleneck = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l3_1_bn, %l3_w1 : tensor<1x5x5x8xf32>, tensor<1x1x8x8xf32>) outs(%zero_4 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l3_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l3_bottleneck, %l3_2_gain, %l3_2_shift : tensor<1x5x5x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_1 : tensor<1x5x5x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x8xf32>
  %l3_out_pad = tensor.pad %l3_2_bn low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x5x5x8xf32> to tensor<1x7x7x8xf32>
  %zero_5 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l3_out = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l3_out_pad, %l3_w2 : tensor<1x7x7x8xf32>, tensor<3x3x8x2xf32>) outs(%zero_5 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l4_in = tensor.insert_slice %x into %init_4[0, 0, 0, 0] [1, 5, 5, 4] [1, 1, 1, 1] : tensor<1x5x5x4xf32> into tensor<1x5x5x10xf32>
  %l4_in_1 = tensor.insert_slice %l1_out into %l4_in[0, 0, 0, 4] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x10xf32>
  %l4_in_2 = tensor.insert_slice %l2_out into %l4_in_1[0, 0, 0, 6] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x10xf32>
  %l4_in_3 = tensor.insert_slice %l3_out into %l4_in_2[0, 0, 0, 8] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x10xf32>
  %l4_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l4_in_3, %l4_1_gain, %l4_1_shift : tensor<1x5x5x10xf32>, tensor<10xf32>, tensor<10xf32>) outs(%init_4 : tensor<1x5x5x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x10xf32>
  %zero_6 = linalg.fill ins(%cst : f32) outs(%init_1 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l4_bottleneck = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l4_1_bn, %l4_w1 : tensor<1x5x5x10xf32>, tensor<1x1x10x8xf32>) outs(%zero_6 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l4_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l4_bottleneck, %l4_2_gain, %l4_2_shift : tensor<1x5x5x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_1 : tensor<1x5x5x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x8xf32>
  %l4_out_pad = tensor.pad %l4_2_bn low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x5x5x8xf32> to tensor<1x7x7x8xf32>
  %zero_7 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l4_out = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l4_out_pad, %l4_w2 : tensor<1x7x7x8xf32>, tensor<3x3x8x2xf32>) outs(%zero_7 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l5_in = tensor.insert_slice %x into %init_5[0, 0, 0, 0] [1, 5, 5, 4] [1, 1, 1, 1] : tensor<1x5x5x4xf32> into tensor<1x5x5x12xf32>
  %l5_in_1 = tensor.insert_slice %l1_out into %l5_in[0, 0, 0, 4] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x12xf32>
  %l5_in_2 = tensor.insert_slice %l2_out into %l5_in_1[0, 0, 0, 6] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x12xf32>
  %l5_in_3 = tensor.insert_slice %l3_out into %l5_in_2[0, 0, 0, 8] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x12xf32>
  %l5_in_4 = tensor.insert_slice %l4_out into %l5_in_3[0, 0, 0, 10] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x12xf32>
  %l5_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l5_in_4, %l5_1_gain, %l5_1_shift : tensor<1x5x5x12xf32>, tensor<12xf32>, tensor<12xf32>) outs(%init_5 : tensor<1x5x5x12xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x12xf32>
  %zero_8 = linalg.fill ins(%cst : f32) outs(%init_1 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l5_bottleneck = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l5_1_bn, %l5_w1 : tensor<1x5x5x12xf32>, tensor<1x1x12x8xf32>) outs(%zero_8 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l5_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l5_bottleneck, %l5_2_gain, %l5_2_shift : tensor<1x5x5x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_1 : tensor<1x5x5x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x8xf32>
  %l5_out_pad = tensor.pad %l5_2_bn low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x5x5x8xf32> to tensor<1x7x7x8xf32>
  %zero_9 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l5_out = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l5_out_pad, %l5_w2 : tensor<1x7x7x8xf32>, tensor<3x3x8x2xf32>) outs(%zero_9 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l6_in = tensor.insert_slice %x into %init_6[0, 0, 0, 0] [1, 5, 5, 4] [1, 1, 1, 1] : tensor<1x5x5x4xf32> into tensor<1x5x5x14xf32>
  %l6_in_1 = tensor.insert_slice %l1_out into %l6_in[0, 0, 0, 4] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x14xf32>
  %l6_in_2 = tensor.insert_slice %l2_out into %l6_in_1[0, 0, 0, 6] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x14xf32>
  %l6_in_3 = tensor.insert_slice %l3_out into %l6_in_2[0, 0, 0, 8] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x14xf32>
  %l6_in_4 = tensor.insert_slice %l4_out into %l6_in_3[0, 0, 0, 10] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x14xf32>
  %l6_in_5 = tensor.insert_slice %l5_out into %l6_in_4[0, 0, 0, 12] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x14xf32>
  %l6_1_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l6_in_5, %l6_1_gain, %l6_1_shift : tensor<1x5x5x14xf32>, tensor<14xf32>, tensor<14xf32>) outs(%init_6 : tensor<1x5x5x14xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x14xf32>
  %zero_10 = linalg.fill ins(%cst : f32) outs(%init_1 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l6_bottleneck = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l6_1_bn, %l6_w1 : tensor<1x5x5x14xf32>, tensor<1x1x14x8xf32>) outs(%zero_10 : tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  %l6_2_bn = linalg.generic {indexing_maps = [#map0, #map1, #map1, #map0], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%l6_bottleneck, %l6_2_gain, %l6_2_shift : tensor<1x5x5x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_1 : tensor<1x5x5x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    %t2 = arith.maximumf %t1, %cst : f32
    linalg.yield %t2 : f32
  } -> tensor<1x5x5x8xf32>
  %l6_out_pad = tensor.pad %l6_2_bn low[0, 1, 1, 0] high[0, 1, 1, 0] {
  ^bb0(%i0: index, %i1: index, %i2: index, %i3: index):
    tensor.yield %cst : f32
  } : tensor<1x5x5x8xf32> to tensor<1x7x7x8xf32>
  %zero_11 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %l6_out = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<1> : tensor<2xi64>} ins(%l6_out_pad, %l6_w2 : tensor<1x7x7x8xf32>, tensor<3x3x8x2xf32>) outs(%zero_11 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
  %block_out = tensor.insert_slice %x into %init_7[0, 0, 0, 0] [1, 5, 5, 4] [1, 1, 1, 1] : tensor<1x5x5x4xf32> into tensor<1x5x5x16xf32>
  %block_out_1 = tensor.insert_slice %l1_out into %block_out[0, 0, 0, 4] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x16xf32>
  %block_out_2 = tensor.insert_slice %l2_out into %block_out_1[0, 0, 0, 6] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x16xf32>
  %block_out_3 = tensor.insert_slice %l3_out into %block_out_2[0, 0, 0, 8] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x16xf32>
  %block_out_4 = tensor.insert_slice %l4_out into %block_out_3[0, 0, 0, 10] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x16xf32>
  %block_out_5 = tensor.insert_slice %l5_out into %block_out_4[0, 0, 0, 12] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x16xf32>
  %block_out_6 = tensor.insert_slice %l6_out into %block_out_5[0, 0, 0, 14] [1, 5, 5, 2] [1, 1, 1, 1] : tensor<1x5x5x2xf32> into tensor<1x5x5x16xf32>
  return %block_out_6 : tensor<1x5x5x16xf32>
}
