// GoogLeNet (Inception v1): modules 3a and 3b.
// Architecture: Szegedy et al., "Going deeper with convolutions", CVPR 2015,
// table 1.
// Sizes: batch 1, 28x28x192, f32 inference.

func.func @inception(
    %x: tensor<1x28x28x192xf32>,
    %i3a_1x1_w: tensor<64x1x1x192xf32>,
    %i3a_1x1_b: tensor<64xf32>,
    %i3a_3x3_reduce_w: tensor<96x1x1x192xf32>,
    %i3a_3x3_reduce_b: tensor<96xf32>,
    %i3a_3x3_w: tensor<128x3x3x96xf32>,
    %i3a_3x3_b: tensor<128xf32>,
    %i3a_5x5_reduce_w: tensor<16x1x1x192xf32>,
    %i3a_5x5_reduce_b: tensor<16xf32>,
    %i3a_5x5_w: tensor<32x5x5x16xf32>,
    %i3a_5x5_b: tensor<32xf32>,
    %i3a_pool_proj_w: tensor<32x1x1x192xf32>,
    %i3a_pool_proj_b: tensor<32xf32>,
    %i3b_1x1_w: tensor<128x1x1x256xf32>,
    %i3b_1x1_b: tensor<128xf32>,
    %i3b_3x3_reduce_w: tensor<128x1x1x256xf32>,
    %i3b_3x3_reduce_b: tensor<128xf32>,
    %i3b_3x3_w: tensor<192x3x3x128xf32>,
    %i3b_3x3_b: tensor<192xf32>,
    %i3b_5x5_reduce_w: tensor<32x1x1x256xf32>,
    %i3b_5x5_reduce_b: tensor<32xf32>,
    %i3b_5x5_w: tensor<96x5x5x32xf32>,
    %i3b_5x5_b: tensor<96xf32>,
    %i3b_pool_proj_w: tensor<64x1x1x256xf32>,
    %i3b_pool_proj_b: tensor<64xf32>)
    -> (tensor<1x28x28x480xf32>) {
  %zp = "tosa.const"() <{values = dense<0.0> : tensor<1xf32>}> : () -> tensor<1xf32>
  %i3a_1x1 = tosa.conv2d %x, %i3a_1x1_w, %i3a_1x1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x28x28x192xf32>, tensor<64x1x1x192xf32>, tensor<64xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x64xf32>
  %i3a_1x1_relu = tosa.clamp %i3a_1x1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x64xf32>) -> tensor<1x28x28x64xf32>
  %i3a_3x3_reduce = tosa.conv2d %x, %i3a_3x3_reduce_w, %i3a_3x3_reduce_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x28x28x192xf32>, tensor<96x1x1x192xf32>, tensor<96xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x96xf32>
  %i3a_3x3_reduce_relu = tosa.clamp %i3a_3x3_reduce {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x96xf32>) -> tensor<1x28x28x96xf32>
  %i3a_3x3 = tosa.conv2d %i3a_3x3_reduce_relu, %i3a_3x3_w, %i3a_3x3_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x28x28x96xf32>, tensor<128x3x3x96xf32>, tensor<128xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x128xf32>
  %i3a_3x3_relu = tosa.clamp %i3a_3x3 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x128xf32>) -> tensor<1x28x28x128xf32>
  %i3a_5x5_reduce = tosa.conv2d %x, %i3a_5x5_reduce_w, %i3a_5x5_reduce_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x28x28x192xf32>, tensor<16x1x1x192xf32>, tensor<16xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x16xf32>
  %i3a_5x5_reduce_relu = tosa.clamp %i3a_5x5_reduce {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x16xf32>) -> tensor<1x28x28x16xf32>
  %i3a_5x5 = tosa.conv2d %i3a_5x5_reduce_relu, %i3a_5x5_w, %i3a_5x5_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 2, 2, 2, 2>, stride = array<i64: 1, 1>} : (tensor<1x28x28x16xf32>, tensor<32x5x5x16xf32>, tensor<32xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x32xf32>
  %i3a_5x5_relu = tosa.clamp %i3a_5x5 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x32xf32>) -> tensor<1x28x28x32xf32>
  %i3a_pool = tosa.max_pool2d %x {kernel = array<i64: 3, 3>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x28x28x192xf32>) -> tensor<1x28x28x192xf32>
  %i3a_pool_proj = tosa.conv2d %i3a_pool, %i3a_pool_proj_w, %i3a_pool_proj_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x28x28x192xf32>, tensor<32x1x1x192xf32>, tensor<32xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x32xf32>
  %i3a_pool_proj_relu = tosa.clamp %i3a_pool_proj {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x32xf32>) -> tensor<1x28x28x32xf32>
  %i3a_out = tosa.concat %i3a_1x1_relu, %i3a_3x3_relu, %i3a_5x5_relu, %i3a_pool_proj_relu {axis = 3 : i32} : (tensor<1x28x28x64xf32>, tensor<1x28x28x128xf32>, tensor<1x28x28x32xf32>, tensor<1x28x28x32xf32>) -> tensor<1x28x28x256xf32>
  %i3b_1x1 = tosa.conv2d %i3a_out, %i3b_1x1_w, %i3b_1x1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x28x28x256xf32>, tensor<128x1x1x256xf32>, tensor<128xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x128xf32>
  %i3b_1x1_relu = tosa.clamp %i3b_1x1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x128xf32>) -> tensor<1x28x28x128xf32>
  %i3b_3x3_reduce = tosa.conv2d %i3a_out, %i3b_3x3_reduce_w, %i3b_3x3_reduce_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x28x28x256xf32>, tensor<128x1x1x256xf32>, tensor<128xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x128xf32>
  %i3b_3x3_reduce_relu = tosa.clamp %i3b_3x3_reduce {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x128xf32>) -> tensor<1x28x28x128xf32>
  %i3b_3x3 = tosa.conv2d %i3b_3x3_reduce_relu, %i3b_3x3_w, %i3b_3x3_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x28x28x128xf32>, tensor<192x3x3x128xf32>, tensor<192xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x192xf32>
  %i3b_3x3_relu = tosa.clamp %i3b_3x3 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x192xf32>) -> tensor<1x28x28x192xf32>
  %i3b_5x5_reduce = tosa.conv2d %i3a_out, %i3b_5x5_reduce_w, %i3b_5x5_reduce_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x28x28x256xf32>, tensor<32x1x1x256xf32>, tensor<32xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x32xf32>
  %i3b_5x5_reduce_relu = tosa.clamp %i3b_5x5_reduce {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x32xf32>) -> tensor<1x28x28x32xf32>
  %i3b_5x5 = tosa.conv2d %i3b_5x5_reduce_relu, %i3b_5x5_w, %i3b_5x5_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 2, 2, 2, 2>, stride = array<i64: 1, 1>} : (tensor<1x28x28x32xf32>, tensor<96x5x5x32xf32>, tensor<96xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x96xf32>
  %i3b_5x5_relu = tosa.clamp %i3b_5x5 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x96xf32>) -> tensor<1x28x28x96xf32>
  %i3b_pool = tosa.max_pool2d %i3a_out {kernel = array<i64: 3, 3>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x28x28x256xf32>) -> tensor<1x28x28x256xf32>
  %i3b_pool_proj = tosa.conv2d %i3b_pool, %i3b_pool_proj_w, %i3b_pool_proj_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x28x28x256xf32>, tensor<64x1x1x256xf32>, tensor<64xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x64xf32>
  %i3b_pool_proj_relu = tosa.clamp %i3b_pool_proj {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x64xf32>) -> tensor<1x28x28x64xf32>
  %i3b_out = tosa.concat %i3b_1x1_relu, %i3b_3x3_relu, %i3b_5x5_relu, %i3b_pool_proj_relu {axis = 3 : i32} : (tensor<1x28x28x128xf32>, tensor<1x28x28x192xf32>, tensor<1x28x28x96xf32>, tensor<1x28x28x64xf32>) -> tensor<1x28x28x480xf32>
  return %i3b_out : tensor<1x28x28x480xf32>
}
