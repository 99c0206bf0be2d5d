// GoogLeNet (Inception v1): modules 3a and 3b.
// Architecture: Szegedy et al., "Going deeper with convolutions", CVPR 2015,
// table 1.
// Sizes: batch 1, 6x6x4, f32 inference.

func.func @inception(
    %x: tensor<1x6x6x4xf32>,
    %i3a_1x1_w: tensor<2x1x1x4xf32>,
    %i3a_1x1_b: tensor<2xf32>,
    %i3a_3x3_reduce_w: tensor<3x1x1x4xf32>,
    %i3a_3x3_reduce_b: tensor<3xf32>,
    %i3a_3x3_w: tensor<4x3x3x3xf32>,
    %i3a_3x3_b: tensor<4xf32>,
    %i3a_5x5_reduce_w: tensor<1x1x1x4xf32>,
    %i3a_5x5_reduce_b: tensor<1xf32>,
    %i3a_5x5_w: tensor<2x5x5x1xf32>,
    %i3a_5x5_b: tensor<2xf32>,
    %i3a_pool_proj_w: tensor<2x1x1x4xf32>,
    %i3a_pool_proj_b: tensor<2xf32>,
    %i3b_1x1_w: tensor<3x1x1x10xf32>,
    %i3b_1x1_b: tensor<3xf32>,
    %i3b_3x3_reduce_w: tensor<3x1x1x10xf32>,
    %i3b_3x3_reduce_b: tensor<3xf32>,
    %i3b_3x3_w: tensor<4x3x3x3xf32>,
    %i3b_3x3_b: tensor<4xf32>,
    %i3b_5x5_reduce_w: tensor<2x1x1x10xf32>,
    %i3b_5x5_reduce_b: tensor<2xf32>,
    %i3b_5x5_w: tensor<3x5x5x2xf32>,
    %i3b_5x5_b: tensor<3xf32>,
    %i3b_pool_proj_w: tensor<2x1x1x10xf32>,
    %i3b_pool_proj_b: tensor<2xf32>)
    -> (tensor<1x6x6x12xf32>) {
  %zp = "tosa.const"() <{values = dense<0.0> : tensor<1xf32>}> : () -> tensor<1xf32>
  %i3a_1x1 = tosa.conv2d %x, %i3a_1x1_w, %i3a_1x1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x4xf32>, tensor<2x1x1x4xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x2xf32>
  %i3a_1x1_relu = tosa.clamp %i3a_1x1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x2xf32>) -> tensor<1x6x6x2xf32>
  %i3a_3x3_reduce = tosa.conv2d %x, %i3a_3x3_reduce_w, %i3a_3x3_reduce_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x4xf32>, tensor<3x1x1x4xf32>, tensor<3xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x3xf32>
  %i3a_3x3_reduce_relu = tosa.clamp %i3a_3x3_reduce {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  %i3a_3x3 = tosa.conv2d %i3a_3x3_reduce_relu, %i3a_3x3_w, %i3a_3x3_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x6x6x3xf32>, tensor<4x3x3x3xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x4xf32>
  %i3a_3x3_relu = tosa.clamp %i3a_3x3 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x4xf32>) -> tensor<1x6x6x4xf32>
  %i3a_5x5_reduce = tosa.conv2d %x, %i3a_5x5_reduce_w, %i3a_5x5_reduce_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x4xf32>, tensor<1x1x1x4xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x1xf32>
  %i3a_5x5_reduce_relu = tosa.clamp %i3a_5x5_reduce {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x1xf32>) -> tensor<1x6x6x1xf32>
  %i3a_5x5 = tosa.conv2d %i3a_5x5_reduce_relu, %i3a_5x5_w, %i3a_5x5_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 2, 2, 2, 2>, stride = array<i64: 1, 1>} : (tensor<1x6x6x1xf32>, tensor<2x5x5x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x2xf32>
  %i3a_5x5_relu = tosa.clamp %i3a_5x5 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x2xf32>) -> tensor<1x6x6x2xf32>
  %i3a_pool = tosa.max_pool2d %x {kernel = array<i64: 3, 3>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x6x6x4xf32>) -> tensor<1x6x6x4xf32>
  %i3a_pool_proj = tosa.conv2d %i3a_pool, %i3a_pool_proj_w, %i3a_pool_proj_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x4xf32>, tensor<2x1x1x4xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x2xf32>
  %i3a_pool_proj_relu = tosa.clamp %i3a_pool_proj {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x2xf32>) -> tensor<1x6x6x2xf32>
  %i3a_out = tosa.concat %i3a_1x1_relu, %i3a_3x3_relu, %i3a_5x5_relu, %i3a_pool_proj_relu {axis = 3 : i32} : (tensor<1x6x6x2xf32>, tensor<1x6x6x4xf32>, tensor<1x6x6x2xf32>, tensor<1x6x6x2xf32>) -> tensor<1x6x6x10xf32>
  %i3b_1x1 = tosa.conv2d %i3a_out, %i3b_1x1_w, %i3b_1x1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x10xf32>, tensor<3x1x1x10xf32>, tensor<3xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x3xf32>
  %i3b_1x1_relu = tosa.clamp %i3b_1x1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  %i3b_3x3_reduce = tosa.conv2d %i3a_out, %i3b_3x3_reduce_w, %i3b_3x3_reduce_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x10xf32>, tensor<3x1x1x10xf32>, tensor<3xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x3xf32>
  %i3b_3x3_reduce_relu = tosa.clamp %i3b_3x3_reduce {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  %i3b_3x3 = tosa.conv2d %i3b_3x3_reduce_relu, %i3b_3x3_w, %i3b_3x3_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x6x6x3xf32>, tensor<4x3x3x3xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x4xf32>
  %i3b_3x3_relu = tosa.clamp %i3b_3x3 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x4xf32>) -> tensor<1x6x6x4xf32>
  %i3b_5x5_reduce = tosa.conv2d %i3a_out, %i3b_5x5_reduce_w, %i3b_5x5_reduce_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x10xf32>, tensor<2x1x1x10xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x2xf32>
  %i3b_5x5_reduce_relu = tosa.clamp %i3b_5x5_reduce {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x2xf32>) -> tensor<1x6x6x2xf32>
  %i3b_5x5 = tosa.conv2d %i3b_5x5_reduce_relu, %i3b_5x5_w, %i3b_5x5_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 2, 2, 2, 2>, stride = array<i64: 1, 1>} : (tensor<1x6x6x2xf32>, tensor<3x5x5x2xf32>, tensor<3xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x3xf32>
  %i3b_5x5_relu = tosa.clamp %i3b_5x5 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  %i3b_pool = tosa.max_pool2d %i3a_out {kernel = array<i64: 3, 3>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x6x6x10xf32>) -> tensor<1x6x6x10xf32>
  %i3b_pool_proj = tosa.conv2d %i3b_pool, %i3b_pool_proj_w, %i3b_pool_proj_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x10xf32>, tensor<2x1x1x10xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x2xf32>
  %i3b_pool_proj_relu = tosa.clamp %i3b_pool_proj {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x2xf32>) -> tensor<1x6x6x2xf32>
  %i3b_out = tosa.concat %i3b_1x1_relu, %i3b_3x3_relu, %i3b_5x5_relu, %i3b_pool_proj_relu {axis = 3 : i32} : (tensor<1x6x6x3xf32>, tensor<1x6x6x4xf32>, tensor<1x6x6x3xf32>, tensor<1x6x6x2xf32>) -> tensor<1x6x6x12xf32>
  return %i3b_out : tensor<1x6x6x12xf32>
}
