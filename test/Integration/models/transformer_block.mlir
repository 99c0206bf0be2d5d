// Transformer encoder block, forward.
// Architecture: encoder block of Vaswani et al., "Attention is all you need",
// NeurIPS 2017, at the sizes of BERT-base (Devlin et al., NAACL 2019), GELU.
// Sizes: batch 1, sequence 6, width 8, 2 heads, feed-forward 16, f32.

#map0 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d3)>
#map1 = affine_map<(d0, d1, d2, d3) -> (d3, d2)>
#map2 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2)>
#map3 = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map4 = affine_map<(d0, d1, d2) -> (d2)>
#map5 = affine_map<(d0, d1, d2, d3, d4) -> (d0, d2, d1, d4)>
#map6 = affine_map<(d0, d1, d2, d3, d4) -> (d0, d3, d1, d4)>
#map7 = affine_map<(d0, d1, d2, d3, d4) -> (d0, d1, d2, d3)>
#map8 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map9 = affine_map<(d0, d1, d2, d3, d4) -> (d0, d4, d2, d3)>
#map10 = affine_map<(d0, d1, d2) -> (d0, d1)>
#map11 = affine_map<(d0, d1) -> (d0, d1)>

func.func @encoder_block(
    %x: tensor<1x6x8xf32>,
    %Wq: tensor<8x8xf32>,
    %bq: tensor<8xf32>,
    %Wk: tensor<8x8xf32>,
    %bk: tensor<8xf32>,
    %Wv: tensor<8x8xf32>,
    %bv: tensor<8xf32>,
    %Wo: tensor<8x8xf32>,
    %bo: tensor<8xf32>,
    %gain1: tensor<8xf32>,
    %shift1: tensor<8xf32>,
    %W1: tensor<8x16xf32>,
    %b1: tensor<16xf32>,
    %W2: tensor<16x8xf32>,
    %b2: tensor<8xf32>,
    %gain2: tensor<8xf32>,
    %shift2: tensor<8xf32>)
    -> (tensor<1x6x8xf32>) {
  %cst = arith.constant 0.0 : f32
  %cst_1 = arith.constant 0.5 : f32
  %cst_2 = arith.constant -3.4028234663852886e+38 : f32
  %cst_3 = arith.constant 0.125 : f32
  %cst_4 = arith.constant 1.0e-05 : f32
  %cst_5 = arith.constant 0.7978845608028654 : f32
  %cst_6 = arith.constant 0.044715 : f32
  %cst_7 = arith.constant 1.0 : f32
  %init = tensor.empty() : tensor<1x6x8xf32>
  %zero = linalg.fill ins(%cst : f32) outs(%init : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %q_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%x, %Wq : tensor<1x6x8xf32>, tensor<8x8xf32>) outs(%zero : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %init_1 = tensor.empty() : tensor<1x6x8xf32>
  %q_flat = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%q_mm, %bq : tensor<1x6x8xf32>, tensor<8xf32>) outs(%init_1 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %q = tensor.expand_shape %q_flat [[0], [1], [2, 3]] output_shape [1, 6, 2, 4] : tensor<1x6x8xf32> into tensor<1x6x2x4xf32>
  %init_2 = tensor.empty() : tensor<1x6x8xf32>
  %zero_1 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %k_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%x, %Wk : tensor<1x6x8xf32>, tensor<8x8xf32>) outs(%zero_1 : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %init_3 = tensor.empty() : tensor<1x6x8xf32>
  %k_flat = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%k_mm, %bk : tensor<1x6x8xf32>, tensor<8xf32>) outs(%init_3 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %k = tensor.expand_shape %k_flat [[0], [1], [2, 3]] output_shape [1, 6, 2, 4] : tensor<1x6x8xf32> into tensor<1x6x2x4xf32>
  %init_4 = tensor.empty() : tensor<1x6x8xf32>
  %zero_2 = linalg.fill ins(%cst : f32) outs(%init_4 : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %v_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%x, %Wv : tensor<1x6x8xf32>, tensor<8x8xf32>) outs(%zero_2 : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %init_5 = tensor.empty() : tensor<1x6x8xf32>
  %v_flat = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%v_mm, %bv : tensor<1x6x8xf32>, tensor<8xf32>) outs(%init_5 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %v = tensor.expand_shape %v_flat [[0], [1], [2, 3]] output_shape [1, 6, 2, 4] : tensor<1x6x8xf32> into tensor<1x6x2x4xf32>
  %init_6 = tensor.empty() : tensor<1x2x6x6xf32>
  %zero_3 = linalg.fill ins(%cst : f32) outs(%init_6 : tensor<1x2x6x6xf32>) -> tensor<1x2x6x6xf32>
  %scores = linalg.contract indexing_maps = [#map5, #map6, #map7] ins(%q, %k : tensor<1x6x2x4xf32>, tensor<1x6x2x4xf32>) outs(%zero_3 : tensor<1x2x6x6xf32>) -> tensor<1x2x6x6xf32>
  %init_7 = tensor.empty() : tensor<1x2x6x6xf32>
  %scaled = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%scores : tensor<1x2x6x6xf32>) outs(%init_7 : tensor<1x2x6x6xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x2x6x6xf32>
  %init_8 = tensor.empty() : tensor<1x2x6xf32>
  %fill = linalg.fill ins(%cst_2 : f32) outs(%init_8 : tensor<1x2x6xf32>) -> tensor<1x2x6xf32>
  %weights_max = linalg.reduce { arith.maximumf } ins(%scaled : tensor<1x2x6x6xf32>) outs(%fill : tensor<1x2x6xf32>) dimensions = [3]
  %init_9 = tensor.empty() : tensor<1x2x6x6xf32>
  %weights_exp = linalg.generic {indexing_maps = [#map8, #map2, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%scaled, %weights_max : tensor<1x2x6x6xf32>, tensor<1x2x6xf32>) outs(%init_9 : tensor<1x2x6x6xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    %t1 = math.exp %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x2x6x6xf32>
  %init_10 = tensor.empty() : tensor<1x2x6xf32>
  %zero_4 = linalg.fill ins(%cst : f32) outs(%init_10 : tensor<1x2x6xf32>) -> tensor<1x2x6xf32>
  %weights_sum = linalg.reduce { arith.addf } ins(%weights_exp : tensor<1x2x6x6xf32>) outs(%zero_4 : tensor<1x2x6xf32>) dimensions = [3]
  %init_11 = tensor.empty() : tensor<1x2x6x6xf32>
  %weights = linalg.generic {indexing_maps = [#map8, #map2, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%weights_exp, %weights_sum : tensor<1x2x6x6xf32>, tensor<1x2x6xf32>) outs(%init_11 : tensor<1x2x6x6xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.divf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x2x6x6xf32>
  %init_12 = tensor.empty() : tensor<1x6x2x4xf32>
  %zero_5 = linalg.fill ins(%cst : f32) outs(%init_12 : tensor<1x6x2x4xf32>) -> tensor<1x6x2x4xf32>
  %context = linalg.contract indexing_maps = [#map5, #map9, #map7] ins(%weights, %v : tensor<1x2x6x6xf32>, tensor<1x6x2x4xf32>) outs(%zero_5 : tensor<1x6x2x4xf32>) -> tensor<1x6x2x4xf32>
  %context_flat = tensor.collapse_shape %context [[0], [1], [2, 3]] : tensor<1x6x2x4xf32> into tensor<1x6x8xf32>
  %init_13 = tensor.empty() : tensor<1x6x8xf32>
  %zero_6 = linalg.fill ins(%cst : f32) outs(%init_13 : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %attention_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%context_flat, %Wo : tensor<1x6x8xf32>, tensor<8x8xf32>) outs(%zero_6 : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %init_14 = tensor.empty() : tensor<1x6x8xf32>
  %attention = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%attention_mm, %bo : tensor<1x6x8xf32>, tensor<8xf32>) outs(%init_14 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %init_15 = tensor.empty() : tensor<1x6x8xf32>
  %residual1 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%x, %attention : tensor<1x6x8xf32>, tensor<1x6x8xf32>) outs(%init_15 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %init_16 = tensor.empty() : tensor<1x6xf32>
  %zero_7 = linalg.fill ins(%cst : f32) outs(%init_16 : tensor<1x6xf32>) -> tensor<1x6xf32>
  %norm1_sum = linalg.reduce { arith.addf } ins(%residual1 : tensor<1x6x8xf32>) outs(%zero_7 : tensor<1x6xf32>) dimensions = [2]
  %init_17 = tensor.empty() : tensor<1x6x8xf32>
  %norm1_centred = linalg.generic {indexing_maps = [#map3, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%residual1, %norm1_sum : tensor<1x6x8xf32>, tensor<1x6xf32>) outs(%init_17 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x1, %cst_3 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x6x8xf32>
  %init_18 = tensor.empty() : tensor<1x6x8xf32>
  %norm1_square = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm1_centred : tensor<1x6x8xf32>) outs(%init_18 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %x0 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %init_19 = tensor.empty() : tensor<1x6xf32>
  %zero_8 = linalg.fill ins(%cst : f32) outs(%init_19 : tensor<1x6xf32>) -> tensor<1x6xf32>
  %norm1_spread = linalg.reduce { arith.addf } ins(%norm1_square : tensor<1x6x8xf32>) outs(%zero_8 : tensor<1x6xf32>) dimensions = [2]
  %init_20 = tensor.empty() : tensor<1x6xf32>
  %norm1_inverse = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%norm1_spread : tensor<1x6xf32>) outs(%init_20 : tensor<1x6xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_3 : f32
    %t1 = arith.addf %t0, %cst_4 : f32
    %t2 = math.rsqrt %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<1x6xf32>
  %init_21 = tensor.empty() : tensor<1x6x8xf32>
  %norm1_normal = linalg.generic {indexing_maps = [#map3, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm1_centred, %norm1_inverse : tensor<1x6x8xf32>, tensor<1x6xf32>) outs(%init_21 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %init_22 = tensor.empty() : tensor<1x6x8xf32>
  %norm1 = linalg.generic {indexing_maps = [#map3, #map4, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm1_normal, %gain1, %shift1 : tensor<1x6x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_22 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x6x8xf32>
  %init_23 = tensor.empty() : tensor<1x6x16xf32>
  %zero_9 = linalg.fill ins(%cst : f32) outs(%init_23 : tensor<1x6x16xf32>) -> tensor<1x6x16xf32>
  %hidden_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%norm1, %W1 : tensor<1x6x8xf32>, tensor<8x16xf32>) outs(%zero_9 : tensor<1x6x16xf32>) -> tensor<1x6x16xf32>
  %init_24 = tensor.empty() : tensor<1x6x16xf32>
  %hidden = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%hidden_mm, %b1 : tensor<1x6x16xf32>, tensor<16xf32>) outs(%init_24 : tensor<1x6x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x16xf32>
  %init_25 = tensor.empty() : tensor<1x6x16xf32>
  %gelu_tanh = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%hidden : tensor<1x6x16xf32>) outs(%init_25 : tensor<1x6x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %x0 : f32
    %t1 = arith.mulf %x0, %t0 : f32
    %t2 = arith.mulf %cst_6, %t1 : f32
    %t3 = arith.addf %x0, %t2 : f32
    %t4 = arith.mulf %cst_5, %t3 : f32
    %t5 = math.tanh %t4 : f32
    linalg.yield %t5 : f32
  } -> tensor<1x6x16xf32>
  %init_26 = tensor.empty() : tensor<1x6x16xf32>
  %gelu = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%hidden, %gelu_tanh : tensor<1x6x16xf32>, tensor<1x6x16xf32>) outs(%init_26 : tensor<1x6x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_1, %x0 : f32
    %t1 = arith.addf %cst_7, %x1 : f32
    %t2 = arith.mulf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<1x6x16xf32>
  %init_27 = tensor.empty() : tensor<1x6x8xf32>
  %zero_10 = linalg.fill ins(%cst : f32) outs(%init_27 : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %output_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%gelu, %W2 : tensor<1x6x16xf32>, tensor<16x8xf32>) outs(%zero_10 : tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  %init_28 = tensor.empty() : tensor<1x6x8xf32>
  %output = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%output_mm, %b2 : tensor<1x6x8xf32>, tensor<8xf32>) outs(%init_28 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %init_29 = tensor.empty() : tensor<1x6x8xf32>
  %residual2 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm1, %output : tensor<1x6x8xf32>, tensor<1x6x8xf32>) outs(%init_29 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %init_30 = tensor.empty() : tensor<1x6xf32>
  %zero_11 = linalg.fill ins(%cst : f32) outs(%init_30 : tensor<1x6xf32>) -> tensor<1x6xf32>
  %norm2_sum = linalg.reduce { arith.addf } ins(%residual2 : tensor<1x6x8xf32>) outs(%zero_11 : tensor<1x6xf32>) dimensions = [2]
  %init_31 = tensor.empty() : tensor<1x6x8xf32>
  %norm2_centred = linalg.generic {indexing_maps = [#map3, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%residual2, %norm2_sum : tensor<1x6x8xf32>, tensor<1x6xf32>) outs(%init_31 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x1, %cst_3 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x6x8xf32>
  %init_32 = tensor.empty() : tensor<1x6x8xf32>
  %norm2_square = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm2_centred : tensor<1x6x8xf32>) outs(%init_32 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %x0 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %init_33 = tensor.empty() : tensor<1x6xf32>
  %zero_12 = linalg.fill ins(%cst : f32) outs(%init_33 : tensor<1x6xf32>) -> tensor<1x6xf32>
  %norm2_spread = linalg.reduce { arith.addf } ins(%norm2_square : tensor<1x6x8xf32>) outs(%zero_12 : tensor<1x6xf32>) dimensions = [2]
  %init_34 = tensor.empty() : tensor<1x6xf32>
  %norm2_inverse = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%norm2_spread : tensor<1x6xf32>) outs(%init_34 : tensor<1x6xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_3 : f32
    %t1 = arith.addf %t0, %cst_4 : f32
    %t2 = math.rsqrt %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<1x6xf32>
  %init_35 = tensor.empty() : tensor<1x6x8xf32>
  %norm2_normal = linalg.generic {indexing_maps = [#map3, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm2_centred, %norm2_inverse : tensor<1x6x8xf32>, tensor<1x6xf32>) outs(%init_35 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<1x6x8xf32>
  %init_36 = tensor.empty() : tensor<1x6x8xf32>
  %norm2 = linalg.generic {indexing_maps = [#map3, #map4, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm2_normal, %gain2, %shift2 : tensor<1x6x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_36 : tensor<1x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<1x6x8xf32>
  return %norm2 : tensor<1x6x8xf32>
}
