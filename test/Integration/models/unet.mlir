// U-Net, the whole network.
// Architecture: Ronneberger et al., "U-Net: Convolutional networks for biomedical
// image segmentation", MICCAI 2015, figure 1 (valid convolutions, crops).
// Sizes: batch 1, 44x44x1, 2 channels at the top, 2 levels down, 2 classes, f32 inference.

func.func @unet(
    %x: tensor<1x44x44x1xf32>,
    %down0_1_w: tensor<2x3x3x1xf32>,
    %down0_1_b: tensor<2xf32>,
    %down0_2_w: tensor<2x3x3x2xf32>,
    %down0_2_b: tensor<2xf32>,
    %down1_1_w: tensor<4x3x3x2xf32>,
    %down1_1_b: tensor<4xf32>,
    %down1_2_w: tensor<4x3x3x4xf32>,
    %down1_2_b: tensor<4xf32>,
    %bottom_1_w: tensor<8x3x3x4xf32>,
    %bottom_1_b: tensor<8xf32>,
    %bottom_2_w: tensor<8x3x3x8xf32>,
    %bottom_2_b: tensor<8xf32>,
    %up1_w: tensor<4x2x2x8xf32>,
    %up1_b: tensor<4xf32>,
    %decode1_1_w: tensor<4x3x3x8xf32>,
    %decode1_1_b: tensor<4xf32>,
    %decode1_2_w: tensor<4x3x3x4xf32>,
    %decode1_2_b: tensor<4xf32>,
    %up0_w: tensor<2x2x2x4xf32>,
    %up0_b: tensor<2xf32>,
    %decode0_1_w: tensor<2x3x3x4xf32>,
    %decode0_1_b: tensor<2xf32>,
    %decode0_2_w: tensor<2x3x3x2xf32>,
    %decode0_2_b: tensor<2xf32>,
    %head_w: tensor<2x1x1x2xf32>,
    %head_b: tensor<2xf32>)
    -> (tensor<1x4x4x2xf32>) {
  %zp = "tosa.const"() <{values = dense<0.0> : tensor<1xf32>}> : () -> tensor<1xf32>
  %shape = tosa.const_shape {values = dense<[0, 4, 4, 0]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_1 = tosa.const_shape {values = dense<[1, 8, 8, 4]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_2 = tosa.const_shape {values = dense<[0, 16, 16, 0]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_3 = tosa.const_shape {values = dense<[1, 8, 8, 2]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %down0_1 = tosa.conv2d %x, %down0_1_w, %down0_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x44x44x1xf32>, tensor<2x3x3x1xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x42x42x2xf32>
  %down0_1_relu = tosa.clamp %down0_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x42x42x2xf32>) -> tensor<1x42x42x2xf32>
  %down0_2 = tosa.conv2d %down0_1_relu, %down0_2_w, %down0_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x42x42x2xf32>, tensor<2x3x3x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x40x40x2xf32>
  %down0_2_relu = tosa.clamp %down0_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x40x40x2xf32>) -> tensor<1x40x40x2xf32>
  %pool0 = tosa.max_pool2d %down0_2_relu {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x40x40x2xf32>) -> tensor<1x20x20x2xf32>
  %down1_1 = tosa.conv2d %pool0, %down1_1_w, %down1_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x20x20x2xf32>, tensor<4x3x3x2xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x18x18x4xf32>
  %down1_1_relu = tosa.clamp %down1_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x18x18x4xf32>) -> tensor<1x18x18x4xf32>
  %down1_2 = tosa.conv2d %down1_1_relu, %down1_2_w, %down1_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x18x18x4xf32>, tensor<4x3x3x4xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x16x16x4xf32>
  %down1_2_relu = tosa.clamp %down1_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x16x16x4xf32>) -> tensor<1x16x16x4xf32>
  %pool1 = tosa.max_pool2d %down1_2_relu {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x16x16x4xf32>) -> tensor<1x8x8x4xf32>
  %bottom_1 = tosa.conv2d %pool1, %bottom_1_w, %bottom_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x8x8x4xf32>, tensor<8x3x3x4xf32>, tensor<8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x8xf32>
  %bottom_1_relu = tosa.clamp %bottom_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x8xf32>) -> tensor<1x6x6x8xf32>
  %bottom_2 = tosa.conv2d %bottom_1_relu, %bottom_2_w, %bottom_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x8xf32>, tensor<8x3x3x8xf32>, tensor<8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x8xf32>
  %bottom_2_relu = tosa.clamp %bottom_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x4x4x8xf32>) -> tensor<1x4x4x8xf32>
  %up1 = tosa.transpose_conv2d %bottom_2_relu, %up1_w, %up1_b, %zp, %zp {acc_type = f32, out_pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x4x4x8xf32>, tensor<4x2x2x8xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x8x8x4xf32>
  %crop1 = tosa.slice %down1_2_relu, %shape, %shape_1 : (tensor<1x16x16x4xf32>, !tosa.shape<4>, !tosa.shape<4>) -> tensor<1x8x8x4xf32>
  %joined1 = tosa.concat %crop1, %up1 {axis = 3 : i32} : (tensor<1x8x8x4xf32>, tensor<1x8x8x4xf32>) -> tensor<1x8x8x8xf32>
  %decode1_1 = tosa.conv2d %joined1, %decode1_1_w, %decode1_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x8x8x8xf32>, tensor<4x3x3x8xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x4xf32>
  %decode1_1_relu = tosa.clamp %decode1_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x4xf32>) -> tensor<1x6x6x4xf32>
  %decode1_2 = tosa.conv2d %decode1_1_relu, %decode1_2_w, %decode1_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x4xf32>, tensor<4x3x3x4xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x4xf32>
  %decode1_2_relu = tosa.clamp %decode1_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32>
  %up0 = tosa.transpose_conv2d %decode1_2_relu, %up0_w, %up0_b, %zp, %zp {acc_type = f32, out_pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x4x4x4xf32>, tensor<2x2x2x4xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x8x8x2xf32>
  %crop0 = tosa.slice %down0_2_relu, %shape_2, %shape_3 : (tensor<1x40x40x2xf32>, !tosa.shape<4>, !tosa.shape<4>) -> tensor<1x8x8x2xf32>
  %joined0 = tosa.concat %crop0, %up0 {axis = 3 : i32} : (tensor<1x8x8x2xf32>, tensor<1x8x8x2xf32>) -> tensor<1x8x8x4xf32>
  %decode0_1 = tosa.conv2d %joined0, %decode0_1_w, %decode0_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x8x8x4xf32>, tensor<2x3x3x4xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x6x6x2xf32>
  %decode0_1_relu = tosa.clamp %decode0_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x6x6x2xf32>) -> tensor<1x6x6x2xf32>
  %decode0_2 = tosa.conv2d %decode0_1_relu, %decode0_2_w, %decode0_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x6x6x2xf32>, tensor<2x3x3x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32>
  %decode0_2_relu = tosa.clamp %decode0_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32>
  %head = tosa.conv2d %decode0_2_relu, %head_w, %head_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x4x2xf32>
  return %head : tensor<1x4x4x2xf32>
}
