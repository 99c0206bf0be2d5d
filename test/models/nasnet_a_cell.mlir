// NASNet-A: normal cell.
// Architecture: Zoph et al., "Learning transferable architectures for scalable
// image recognition", CVPR 2018, NASNet-A (6 @ 4032), first stack.
// Sizes: batch 1, 42x42, 168 filters, cell inputs 1008, f32 inference. Generic form: needs
// --allow-unregistered-dialect.

func.func @cell(
    %previous: tensor<1x42x42x1008xf32>,
    %current: tensor<1x42x42x1008xf32>,
    %p_squeeze_w: tensor<1x1x1008x168xf32>,
    %p_gain: tensor<168xf32>,
    %p_shift: tensor<168xf32>,
    %h_squeeze_w: tensor<1x1x1008x168xf32>,
    %h_gain: tensor<168xf32>,
    %h_shift: tensor<168xf32>,
    %b0la_deep_w: tensor<3x3x1x168xf32>,
    %b0la_wide_w: tensor<1x1x168x168xf32>,
    %b0la_gain: tensor<168xf32>,
    %b0la_shift: tensor<168xf32>,
    %b0lb_deep_w: tensor<3x3x1x168xf32>,
    %b0lb_wide_w: tensor<1x1x168x168xf32>,
    %b0lb_gain: tensor<168xf32>,
    %b0lb_shift: tensor<168xf32>,
    %b1la_deep_w: tensor<3x3x1x168xf32>,
    %b1la_wide_w: tensor<1x1x168x168xf32>,
    %b1la_gain: tensor<168xf32>,
    %b1la_shift: tensor<168xf32>,
    %b1lb_deep_w: tensor<3x3x1x168xf32>,
    %b1lb_wide_w: tensor<1x1x168x168xf32>,
    %b1lb_gain: tensor<168xf32>,
    %b1lb_shift: tensor<168xf32>,
    %b1ra_deep_w: tensor<5x5x1x168xf32>,
    %b1ra_wide_w: tensor<1x1x168x168xf32>,
    %b1ra_gain: tensor<168xf32>,
    %b1ra_shift: tensor<168xf32>,
    %b1rb_deep_w: tensor<5x5x1x168xf32>,
    %b1rb_wide_w: tensor<1x1x168x168xf32>,
    %b1rb_gain: tensor<168xf32>,
    %b1rb_shift: tensor<168xf32>,
    %b4la_deep_w: tensor<5x5x1x168xf32>,
    %b4la_wide_w: tensor<1x1x168x168xf32>,
    %b4la_gain: tensor<168xf32>,
    %b4la_shift: tensor<168xf32>,
    %b4lb_deep_w: tensor<5x5x1x168xf32>,
    %b4lb_wide_w: tensor<1x1x168x168xf32>,
    %b4lb_gain: tensor<168xf32>,
    %b4lb_shift: tensor<168xf32>,
    %b4ra_deep_w: tensor<3x3x1x168xf32>,
    %b4ra_wide_w: tensor<1x1x168x168xf32>,
    %b4ra_gain: tensor<168xf32>,
    %b4ra_shift: tensor<168xf32>,
    %b4rb_deep_w: tensor<3x3x1x168xf32>,
    %b4rb_wide_w: tensor<1x1x168x168xf32>,
    %b4rb_gain: tensor<168xf32>,
    %b4rb_shift: tensor<168xf32>)
    -> (tensor<1x42x42x1008xf32>) {
  %cst = "stablehlo.constant"() <{value = dense<0.0> : tensor<f32>}> : () -> tensor<f32>
  %cst_1 = "stablehlo.constant"() <{value = dense<0.1111111111111111> : tensor<f32>}> : () -> tensor<f32>
  %cst_b = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x1008xf32>
  %p_relu = "stablehlo.maximum"(%previous, %cst_b) : (tensor<1x42x42x1008xf32>, tensor<1x42x42x1008xf32>) -> tensor<1x42x42x1008xf32>
  %p_squeeze = "stablehlo.convolution"(%p_relu, %p_squeeze_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x1008xf32>, tensor<1x1x1008x168xf32>) -> tensor<1x42x42x168xf32>
  %p_gain_b = "stablehlo.broadcast_in_dim"(%p_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %p_shift_b = "stablehlo.broadcast_in_dim"(%p_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %p_bn = "stablehlo.multiply"(%p_squeeze, %p_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %p_bn_1 = "stablehlo.add"(%p_bn, %p_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_1 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x1008xf32>
  %h_relu = "stablehlo.maximum"(%current, %cst_b_1) : (tensor<1x42x42x1008xf32>, tensor<1x42x42x1008xf32>) -> tensor<1x42x42x1008xf32>
  %h_squeeze = "stablehlo.convolution"(%h_relu, %h_squeeze_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x1008xf32>, tensor<1x1x1008x168xf32>) -> tensor<1x42x42x168xf32>
  %h_gain_b = "stablehlo.broadcast_in_dim"(%h_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %h_shift_b = "stablehlo.broadcast_in_dim"(%h_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %h_bn = "stablehlo.multiply"(%h_squeeze, %h_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %h_bn_1 = "stablehlo.add"(%h_bn, %h_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_2 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b0la_relu = "stablehlo.maximum"(%h_bn_1, %cst_b_2) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b0la_deep = "stablehlo.convolution"(%b0la_relu, %b0la_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<1> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<3x3x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b0la_wide = "stablehlo.convolution"(%b0la_deep, %b0la_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b0la_gain_b = "stablehlo.broadcast_in_dim"(%b0la_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b0la_shift_b = "stablehlo.broadcast_in_dim"(%b0la_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b0la_bn = "stablehlo.multiply"(%b0la_wide, %b0la_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b0la_bn_1 = "stablehlo.add"(%b0la_bn, %b0la_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_3 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b0lb_relu = "stablehlo.maximum"(%b0la_bn_1, %cst_b_3) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b0lb_deep = "stablehlo.convolution"(%b0lb_relu, %b0lb_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<1> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<3x3x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b0lb_wide = "stablehlo.convolution"(%b0lb_deep, %b0lb_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b0lb_gain_b = "stablehlo.broadcast_in_dim"(%b0lb_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b0lb_shift_b = "stablehlo.broadcast_in_dim"(%b0lb_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b0lb_bn = "stablehlo.multiply"(%b0lb_wide, %b0lb_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b0lb_bn_1 = "stablehlo.add"(%b0lb_bn, %b0lb_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %block0 = "stablehlo.add"(%b0lb_bn_1, %h_bn_1) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_4 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b1la_relu = "stablehlo.maximum"(%p_bn_1, %cst_b_4) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b1la_deep = "stablehlo.convolution"(%b1la_relu, %b1la_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<1> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<3x3x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b1la_wide = "stablehlo.convolution"(%b1la_deep, %b1la_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b1la_gain_b = "stablehlo.broadcast_in_dim"(%b1la_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b1la_shift_b = "stablehlo.broadcast_in_dim"(%b1la_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b1la_bn = "stablehlo.multiply"(%b1la_wide, %b1la_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b1la_bn_1 = "stablehlo.add"(%b1la_bn, %b1la_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_5 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b1lb_relu = "stablehlo.maximum"(%b1la_bn_1, %cst_b_5) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b1lb_deep = "stablehlo.convolution"(%b1lb_relu, %b1lb_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<1> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<3x3x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b1lb_wide = "stablehlo.convolution"(%b1lb_deep, %b1lb_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b1lb_gain_b = "stablehlo.broadcast_in_dim"(%b1lb_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b1lb_shift_b = "stablehlo.broadcast_in_dim"(%b1lb_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b1lb_bn = "stablehlo.multiply"(%b1lb_wide, %b1lb_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b1lb_bn_1 = "stablehlo.add"(%b1lb_bn, %b1lb_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_6 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b1ra_relu = "stablehlo.maximum"(%h_bn_1, %cst_b_6) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b1ra_deep = "stablehlo.convolution"(%b1ra_relu, %b1ra_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<2> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<5x5x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b1ra_wide = "stablehlo.convolution"(%b1ra_deep, %b1ra_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b1ra_gain_b = "stablehlo.broadcast_in_dim"(%b1ra_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b1ra_shift_b = "stablehlo.broadcast_in_dim"(%b1ra_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b1ra_bn = "stablehlo.multiply"(%b1ra_wide, %b1ra_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b1ra_bn_1 = "stablehlo.add"(%b1ra_bn, %b1ra_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_7 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b1rb_relu = "stablehlo.maximum"(%b1ra_bn_1, %cst_b_7) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b1rb_deep = "stablehlo.convolution"(%b1rb_relu, %b1rb_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<2> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<5x5x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b1rb_wide = "stablehlo.convolution"(%b1rb_deep, %b1rb_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b1rb_gain_b = "stablehlo.broadcast_in_dim"(%b1rb_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b1rb_shift_b = "stablehlo.broadcast_in_dim"(%b1rb_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b1rb_bn = "stablehlo.multiply"(%b1rb_wide, %b1rb_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b1rb_bn_1 = "stablehlo.add"(%b1rb_bn, %b1rb_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %block1 = "stablehlo.add"(%b1lb_bn_1, %b1rb_bn_1) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b2l_sum = "stablehlo.reduce_window"(%h_bn_1, %cst) <{window_dimensions = array<i64: 1, 3, 3, 1>, padding = dense<[[0, 0], [1, 1], [1, 1], [0, 0]]> : tensor<4x2xi64>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<1x42x42x168xf32>, tensor<f32>) -> tensor<1x42x42x168xf32>
  %cst_1_b = "stablehlo.broadcast_in_dim"(%cst_1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b2l = "stablehlo.multiply"(%b2l_sum, %cst_1_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %block2 = "stablehlo.add"(%b2l, %p_bn_1) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b3l_sum = "stablehlo.reduce_window"(%p_bn_1, %cst) <{window_dimensions = array<i64: 1, 3, 3, 1>, padding = dense<[[0, 0], [1, 1], [1, 1], [0, 0]]> : tensor<4x2xi64>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<1x42x42x168xf32>, tensor<f32>) -> tensor<1x42x42x168xf32>
  %cst_1_b_1 = "stablehlo.broadcast_in_dim"(%cst_1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b3l = "stablehlo.multiply"(%b3l_sum, %cst_1_b_1) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b3r_sum = "stablehlo.reduce_window"(%p_bn_1, %cst) <{window_dimensions = array<i64: 1, 3, 3, 1>, padding = dense<[[0, 0], [1, 1], [1, 1], [0, 0]]> : tensor<4x2xi64>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<1x42x42x168xf32>, tensor<f32>) -> tensor<1x42x42x168xf32>
  %cst_1_b_2 = "stablehlo.broadcast_in_dim"(%cst_1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b3r = "stablehlo.multiply"(%b3r_sum, %cst_1_b_2) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %block3 = "stablehlo.add"(%b3l, %b3r) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_8 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b4la_relu = "stablehlo.maximum"(%p_bn_1, %cst_b_8) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b4la_deep = "stablehlo.convolution"(%b4la_relu, %b4la_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<2> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<5x5x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b4la_wide = "stablehlo.convolution"(%b4la_deep, %b4la_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b4la_gain_b = "stablehlo.broadcast_in_dim"(%b4la_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b4la_shift_b = "stablehlo.broadcast_in_dim"(%b4la_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b4la_bn = "stablehlo.multiply"(%b4la_wide, %b4la_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b4la_bn_1 = "stablehlo.add"(%b4la_bn, %b4la_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_9 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b4lb_relu = "stablehlo.maximum"(%b4la_bn_1, %cst_b_9) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b4lb_deep = "stablehlo.convolution"(%b4lb_relu, %b4lb_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<2> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<5x5x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b4lb_wide = "stablehlo.convolution"(%b4lb_deep, %b4lb_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b4lb_gain_b = "stablehlo.broadcast_in_dim"(%b4lb_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b4lb_shift_b = "stablehlo.broadcast_in_dim"(%b4lb_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b4lb_bn = "stablehlo.multiply"(%b4lb_wide, %b4lb_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b4lb_bn_1 = "stablehlo.add"(%b4lb_bn, %b4lb_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_10 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b4ra_relu = "stablehlo.maximum"(%p_bn_1, %cst_b_10) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b4ra_deep = "stablehlo.convolution"(%b4ra_relu, %b4ra_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<1> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<3x3x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b4ra_wide = "stablehlo.convolution"(%b4ra_deep, %b4ra_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b4ra_gain_b = "stablehlo.broadcast_in_dim"(%b4ra_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b4ra_shift_b = "stablehlo.broadcast_in_dim"(%b4ra_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b4ra_bn = "stablehlo.multiply"(%b4ra_wide, %b4ra_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b4ra_bn_1 = "stablehlo.add"(%b4ra_bn, %b4ra_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %cst_b_11 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x42x42x168xf32>
  %b4rb_relu = "stablehlo.maximum"(%b4ra_bn_1, %cst_b_11) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b4rb_deep = "stablehlo.convolution"(%b4rb_relu, %b4rb_deep_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 168 : i64, padding = dense<1> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<3x3x1x168xf32>) -> tensor<1x42x42x168xf32>
  %b4rb_wide = "stablehlo.convolution"(%b4rb_deep, %b4rb_wide_w) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 1 : i64, padding = dense<0> : tensor<2x2xi64>, window_strides = array<i64: 1, 1>}> : (tensor<1x42x42x168xf32>, tensor<1x1x168x168xf32>) -> tensor<1x42x42x168xf32>
  %b4rb_gain_b = "stablehlo.broadcast_in_dim"(%b4rb_gain) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b4rb_shift_b = "stablehlo.broadcast_in_dim"(%b4rb_shift) <{broadcast_dimensions = array<i64: 3>}> : (tensor<168xf32>) -> tensor<1x42x42x168xf32>
  %b4rb_bn = "stablehlo.multiply"(%b4rb_wide, %b4rb_gain_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %b4rb_bn_1 = "stablehlo.add"(%b4rb_bn, %b4rb_shift_b) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %block4 = "stablehlo.add"(%b4lb_bn_1, %b4rb_bn_1) : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x168xf32>
  %out = "stablehlo.concatenate"(%p_bn_1, %block0, %block1, %block2, %block3, %block4) <{dimension = 3 : i64}> : (tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>, tensor<1x42x42x168xf32>) -> tensor<1x42x42x1008xf32>
  return %out : tensor<1x42x42x1008xf32>
}
