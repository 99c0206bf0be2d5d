// U-Net, the whole network.
// Architecture: Ronneberger et al., "U-Net: Convolutional networks for biomedical
// image segmentation", MICCAI 2015, figure 1 (valid convolutions, crops).
// Sizes: batch 1, 572x572x1, 64 channels at the top, 4 levels down, 2 classes, f32 inference.

func.func @unet(
    %x: tensor<1x572x572x1xf32>,
    %down0_1_w: tensor<64x3x3x1xf32>,
    %down0_1_b: tensor<64xf32>,
    %down0_2_w: tensor<64x3x3x64xf32>,
    %down0_2_b: tensor<64xf32>,
    %down1_1_w: tensor<128x3x3x64xf32>,
    %down1_1_b: tensor<128xf32>,
    %down1_2_w: tensor<128x3x3x128xf32>,
    %down1_2_b: tensor<128xf32>,
    %down2_1_w: tensor<256x3x3x128xf32>,
    %down2_1_b: tensor<256xf32>,
    %down2_2_w: tensor<256x3x3x256xf32>,
    %down2_2_b: tensor<256xf32>,
    %down3_1_w: tensor<512x3x3x256xf32>,
    %down3_1_b: tensor<512xf32>,
    %down3_2_w: tensor<512x3x3x512xf32>,
    %down3_2_b: tensor<512xf32>,
    %bottom_1_w: tensor<1024x3x3x512xf32>,
    %bottom_1_b: tensor<1024xf32>,
    %bottom_2_w: tensor<1024x3x3x1024xf32>,
    %bottom_2_b: tensor<1024xf32>,
    %up3_w: tensor<512x2x2x1024xf32>,
    %up3_b: tensor<512xf32>,
    %decode3_1_w: tensor<512x3x3x1024xf32>,
    %decode3_1_b: tensor<512xf32>,
    %decode3_2_w: tensor<512x3x3x512xf32>,
    %decode3_2_b: tensor<512xf32>,
    %up2_w: tensor<256x2x2x512xf32>,
    %up2_b: tensor<256xf32>,
    %decode2_1_w: tensor<256x3x3x512xf32>,
    %decode2_1_b: tensor<256xf32>,
    %decode2_2_w: tensor<256x3x3x256xf32>,
    %decode2_2_b: tensor<256xf32>,
    %up1_w: tensor<128x2x2x256xf32>,
    %up1_b: tensor<128xf32>,
    %decode1_1_w: tensor<128x3x3x256xf32>,
    %decode1_1_b: tensor<128xf32>,
    %decode1_2_w: tensor<128x3x3x128xf32>,
    %decode1_2_b: tensor<128xf32>,
    %up0_w: tensor<64x2x2x128xf32>,
    %up0_b: tensor<64xf32>,
    %decode0_1_w: tensor<64x3x3x128xf32>,
    %decode0_1_b: tensor<64xf32>,
    %decode0_2_w: tensor<64x3x3x64xf32>,
    %decode0_2_b: tensor<64xf32>,
    %head_w: tensor<2x1x1x64xf32>,
    %head_b: tensor<2xf32>)
    -> (tensor<1x388x388x2xf32>) {
  %zp = "tosa.const"() <{values = dense<0.0> : tensor<1xf32>}> : () -> tensor<1xf32>
  %shape = tosa.const_shape {values = dense<[0, 4, 4, 0]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_1 = tosa.const_shape {values = dense<[1, 56, 56, 512]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_2 = tosa.const_shape {values = dense<[0, 16, 16, 0]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_3 = tosa.const_shape {values = dense<[1, 104, 104, 256]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_4 = tosa.const_shape {values = dense<[0, 40, 40, 0]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_5 = tosa.const_shape {values = dense<[1, 200, 200, 128]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_6 = tosa.const_shape {values = dense<[0, 88, 88, 0]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %shape_7 = tosa.const_shape {values = dense<[1, 392, 392, 64]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %down0_1 = tosa.conv2d %x, %down0_1_w, %down0_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x572x572x1xf32>, tensor<64x3x3x1xf32>, tensor<64xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x570x570x64xf32>
  %down0_1_relu = tosa.clamp %down0_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x570x570x64xf32>) -> tensor<1x570x570x64xf32>
  %down0_2 = tosa.conv2d %down0_1_relu, %down0_2_w, %down0_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x570x570x64xf32>, tensor<64x3x3x64xf32>, tensor<64xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x568x568x64xf32>
  %down0_2_relu = tosa.clamp %down0_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x568x568x64xf32>) -> tensor<1x568x568x64xf32>
  %pool0 = tosa.max_pool2d %down0_2_relu {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x568x568x64xf32>) -> tensor<1x284x284x64xf32>
  %down1_1 = tosa.conv2d %pool0, %down1_1_w, %down1_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x284x284x64xf32>, tensor<128x3x3x64xf32>, tensor<128xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x282x282x128xf32>
  %down1_1_relu = tosa.clamp %down1_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x282x282x128xf32>) -> tensor<1x282x282x128xf32>
  %down1_2 = tosa.conv2d %down1_1_relu, %down1_2_w, %down1_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x282x282x128xf32>, tensor<128x3x3x128xf32>, tensor<128xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x280x280x128xf32>
  %down1_2_relu = tosa.clamp %down1_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x280x280x128xf32>) -> tensor<1x280x280x128xf32>
  %pool1 = tosa.max_pool2d %down1_2_relu {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x280x280x128xf32>) -> tensor<1x140x140x128xf32>
  %down2_1 = tosa.conv2d %pool1, %down2_1_w, %down2_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x140x140x128xf32>, tensor<256x3x3x128xf32>, tensor<256xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x138x138x256xf32>
  %down2_1_relu = tosa.clamp %down2_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x138x138x256xf32>) -> tensor<1x138x138x256xf32>
  %down2_2 = tosa.conv2d %down2_1_relu, %down2_2_w, %down2_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x138x138x256xf32>, tensor<256x3x3x256xf32>, tensor<256xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x136x136x256xf32>
  %down2_2_relu = tosa.clamp %down2_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x136x136x256xf32>) -> tensor<1x136x136x256xf32>
  %pool2 = tosa.max_pool2d %down2_2_relu {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x136x136x256xf32>) -> tensor<1x68x68x256xf32>
  %down3_1 = tosa.conv2d %pool2, %down3_1_w, %down3_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x68x68x256xf32>, tensor<512x3x3x256xf32>, tensor<512xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x66x66x512xf32>
  %down3_1_relu = tosa.clamp %down3_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x66x66x512xf32>) -> tensor<1x66x66x512xf32>
  %down3_2 = tosa.conv2d %down3_1_relu, %down3_2_w, %down3_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x66x66x512xf32>, tensor<512x3x3x512xf32>, tensor<512xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x64x512xf32>
  %down3_2_relu = tosa.clamp %down3_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x64x64x512xf32>) -> tensor<1x64x64x512xf32>
  %pool3 = tosa.max_pool2d %down3_2_relu {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x64x64x512xf32>) -> tensor<1x32x32x512xf32>
  %bottom_1 = tosa.conv2d %pool3, %bottom_1_w, %bottom_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x32x32x512xf32>, tensor<1024x3x3x512xf32>, tensor<1024xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x30x30x1024xf32>
  %bottom_1_relu = tosa.clamp %bottom_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x30x30x1024xf32>) -> tensor<1x30x30x1024xf32>
  %bottom_2 = tosa.conv2d %bottom_1_relu, %bottom_2_w, %bottom_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x30x30x1024xf32>, tensor<1024x3x3x1024xf32>, tensor<1024xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x28x28x1024xf32>
  %bottom_2_relu = tosa.clamp %bottom_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x28x28x1024xf32>) -> tensor<1x28x28x1024xf32>
  %up3 = tosa.transpose_conv2d %bottom_2_relu, %up3_w, %up3_b, %zp, %zp {acc_type = f32, out_pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x28x28x1024xf32>, tensor<512x2x2x1024xf32>, tensor<512xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x56x56x512xf32>
  %crop3 = tosa.slice %down3_2_relu, %shape, %shape_1 : (tensor<1x64x64x512xf32>, !tosa.shape<4>, !tosa.shape<4>) -> tensor<1x56x56x512xf32>
  %joined3 = tosa.concat %crop3, %up3 {axis = 3 : i32} : (tensor<1x56x56x512xf32>, tensor<1x56x56x512xf32>) -> tensor<1x56x56x1024xf32>
  %decode3_1 = tosa.conv2d %joined3, %decode3_1_w, %decode3_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x56x56x1024xf32>, tensor<512x3x3x1024xf32>, tensor<512xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x54x54x512xf32>
  %decode3_1_relu = tosa.clamp %decode3_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x54x54x512xf32>) -> tensor<1x54x54x512xf32>
  %decode3_2 = tosa.conv2d %decode3_1_relu, %decode3_2_w, %decode3_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x54x54x512xf32>, tensor<512x3x3x512xf32>, tensor<512xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x52x52x512xf32>
  %decode3_2_relu = tosa.clamp %decode3_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x52x52x512xf32>) -> tensor<1x52x52x512xf32>
  %up2 = tosa.transpose_conv2d %decode3_2_relu, %up2_w, %up2_b, %zp, %zp {acc_type = f32, out_pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x52x52x512xf32>, tensor<256x2x2x512xf32>, tensor<256xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x104x104x256xf32>
  %crop2 = tosa.slice %down2_2_relu, %shape_2, %shape_3 : (tensor<1x136x136x256xf32>, !tosa.shape<4>, !tosa.shape<4>) -> tensor<1x104x104x256xf32>
  %joined2 = tosa.concat %crop2, %up2 {axis = 3 : i32} : (tensor<1x104x104x256xf32>, tensor<1x104x104x256xf32>) -> tensor<1x104x104x512xf32>
  %decode2_1 = tosa.conv2d %joined2, %decode2_1_w, %decode2_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x104x104x512xf32>, tensor<256x3x3x512xf32>, tensor<256xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x102x102x256xf32>
  %decode2_1_relu = tosa.clamp %decode2_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x102x102x256xf32>) -> tensor<1x102x102x256xf32>
  %decode2_2 = tosa.conv2d %decode2_1_relu, %decode2_2_w, %decode2_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x102x102x256xf32>, tensor<256x3x3x256xf32>, tensor<256xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x100x100x256xf32>
  %decode2_2_relu = tosa.clamp %decode2_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x100x100x256xf32>) -> tensor<1x100x100x256xf32>
  %up1 = tosa.transpose_conv2d %decode2_2_relu, %up1_w, %up1_b, %zp, %zp {acc_type = f32, out_pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x100x100x256xf32>, tensor<128x2x2x256xf32>, tensor<128xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x200x200x128xf32>
  %crop1 = tosa.slice %down1_2_relu, %shape_4, %shape_5 : (tensor<1x280x280x128xf32>, !tosa.shape<4>, !tosa.shape<4>) -> tensor<1x200x200x128xf32>
  %joined1 = tosa.concat %crop1, %up1 {axis = 3 : i32} : (tensor<1x200x200x128xf32>, tensor<1x200x200x128xf32>) -> tensor<1x200x200x256xf32>
  %decode1_1 = tosa.conv2d %joined1, %decode1_1_w, %decode1_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x200x200x256xf32>, tensor<128x3x3x256xf32>, tensor<128xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x198x198x128xf32>
  %decode1_1_relu = tosa.clamp %decode1_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x198x198x128xf32>) -> tensor<1x198x198x128xf32>
  %decode1_2 = tosa.conv2d %decode1_1_relu, %decode1_2_w, %decode1_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x198x198x128xf32>, tensor<128x3x3x128xf32>, tensor<128xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x196x196x128xf32>
  %decode1_2_relu = tosa.clamp %decode1_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x196x196x128xf32>) -> tensor<1x196x196x128xf32>
  %up0 = tosa.transpose_conv2d %decode1_2_relu, %up0_w, %up0_b, %zp, %zp {acc_type = f32, out_pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x196x196x128xf32>, tensor<64x2x2x128xf32>, tensor<64xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x392x392x64xf32>
  %crop0 = tosa.slice %down0_2_relu, %shape_6, %shape_7 : (tensor<1x568x568x64xf32>, !tosa.shape<4>, !tosa.shape<4>) -> tensor<1x392x392x64xf32>
  %joined0 = tosa.concat %crop0, %up0 {axis = 3 : i32} : (tensor<1x392x392x64xf32>, tensor<1x392x392x64xf32>) -> tensor<1x392x392x128xf32>
  %decode0_1 = tosa.conv2d %joined0, %decode0_1_w, %decode0_1_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x392x392x128xf32>, tensor<64x3x3x128xf32>, tensor<64xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x390x390x64xf32>
  %decode0_1_relu = tosa.clamp %decode0_1 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x390x390x64xf32>) -> tensor<1x390x390x64xf32>
  %decode0_2 = tosa.conv2d %decode0_1_relu, %decode0_2_w, %decode0_2_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x390x390x64xf32>, tensor<64x3x3x64xf32>, tensor<64xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x388x388x64xf32>
  %decode0_2_relu = tosa.clamp %decode0_2 {max_val = 3.40282347E+38 : f32, min_val = 0.0 : f32} : (tensor<1x388x388x64xf32>) -> tensor<1x388x388x64xf32>
  %head = tosa.conv2d %decode0_2_relu, %head_w, %head_b, %zp, %zp {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x388x388x64xf32>, tensor<2x1x1x64xf32>, tensor<2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x388x388x2xf32>
  return %head : tensor<1x388x388x2xf32>
}
