// Transformer encoder block, training step: forward, backward, Adam.
// Architecture: encoder block of Vaswani et al., "Attention is all you need",
// NeurIPS 2017, at the sizes of BERT-base (Devlin et al., NAACL 2019), GELU.
// Sizes: batch 2, sequence 6, width 8, 2 heads, feed-forward 16, f32.

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
#map12 = affine_map<() -> ()>
#map13 = affine_map<(d0, d1, d2, d3) -> (d2, d3, d0)>
#map14 = affine_map<(d0, d1, d2, d3) -> (d2, d3, d1)>
#map15 = affine_map<(d0, d1, d2, d3) -> (d0, d1)>
#map16 = affine_map<(d0, d1, d2, d3) -> (d2, d3)>
#map17 = affine_map<(d0, d1, d2, d3, d4) -> (d0, d2, d4, d1)>
#map18 = affine_map<(d0) -> (d0)>

func.func @train_step(
    %x: tensor<2x6x8xf32>,
    %target: tensor<2x6x8xf32>,
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
    %shift2: tensor<8xf32>,
    %m_Wq: tensor<8x8xf32>,
    %m_bq: tensor<8xf32>,
    %m_Wk: tensor<8x8xf32>,
    %m_bk: tensor<8xf32>,
    %m_Wv: tensor<8x8xf32>,
    %m_bv: tensor<8xf32>,
    %m_Wo: tensor<8x8xf32>,
    %m_bo: tensor<8xf32>,
    %m_gain1: tensor<8xf32>,
    %m_shift1: tensor<8xf32>,
    %m_W1: tensor<8x16xf32>,
    %m_b1: tensor<16xf32>,
    %m_W2: tensor<16x8xf32>,
    %m_b2: tensor<8xf32>,
    %m_gain2: tensor<8xf32>,
    %m_shift2: tensor<8xf32>,
    %v_Wq: tensor<8x8xf32>,
    %v_bq: tensor<8xf32>,
    %v_Wk: tensor<8x8xf32>,
    %v_bk: tensor<8xf32>,
    %v_Wv: tensor<8x8xf32>,
    %v_bv: tensor<8xf32>,
    %v_Wo: tensor<8x8xf32>,
    %v_bo: tensor<8xf32>,
    %v_gain1: tensor<8xf32>,
    %v_shift1: tensor<8xf32>,
    %v_W1: tensor<8x16xf32>,
    %v_b1: tensor<16xf32>,
    %v_W2: tensor<16x8xf32>,
    %v_b2: tensor<8xf32>,
    %v_gain2: tensor<8xf32>,
    %v_shift2: tensor<8xf32>)
    -> (tensor<f32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x16xf32>, tensor<16xf32>, tensor<16x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x16xf32>, tensor<16xf32>, tensor<16x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x16xf32>, tensor<16xf32>, tensor<16x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>)
    attributes {memopt_nonnegative_arguments = array<i64: 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49>} {
  %cst = arith.constant 0.0 : f32
  %cst_1 = arith.constant 0.5 : f32
  %cst_2 = arith.constant -3.4028234663852886e+38 : f32
  %cst_3 = arith.constant 0.125 : f32
  %cst_4 = arith.constant 1.0e-05 : f32
  %cst_5 = arith.constant 0.7978845608028654 : f32
  %cst_6 = arith.constant 0.044715 : f32
  %cst_7 = arith.constant 1.0 : f32
  %cst_8 = arith.constant 0.010416666666666666 : f32
  %cst_9 = arith.constant 0.020833333333333332 : f32
  %cst_10 = arith.constant 0.134145 : f32
  %cst_11 = arith.constant 0.9 : f32
  %cst_12 = arith.constant 0.1 : f32
  %cst_13 = arith.constant 0.999 : f32
  %cst_14 = arith.constant 0.001 : f32
  %cst_15 = arith.constant 10.0 : f32
  %cst_16 = arith.constant 1000.0 : f32
  %cst_17 = arith.constant 1.0e-08 : f32
  %init = tensor.empty() : tensor<2x6x8xf32>
  %zero = linalg.fill ins(%cst : f32) outs(%init : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %q_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%x, %Wq : tensor<2x6x8xf32>, tensor<8x8xf32>) outs(%zero : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %init_1 = tensor.empty() : tensor<2x6x8xf32>
  %q_flat = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%q_mm, %bq : tensor<2x6x8xf32>, tensor<8xf32>) outs(%init_1 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %q = tensor.expand_shape %q_flat [[0], [1], [2, 3]] output_shape [2, 6, 2, 4] : tensor<2x6x8xf32> into tensor<2x6x2x4xf32>
  %init_2 = tensor.empty() : tensor<2x6x8xf32>
  %zero_1 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %k_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%x, %Wk : tensor<2x6x8xf32>, tensor<8x8xf32>) outs(%zero_1 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %init_3 = tensor.empty() : tensor<2x6x8xf32>
  %k_flat = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%k_mm, %bk : tensor<2x6x8xf32>, tensor<8xf32>) outs(%init_3 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %k = tensor.expand_shape %k_flat [[0], [1], [2, 3]] output_shape [2, 6, 2, 4] : tensor<2x6x8xf32> into tensor<2x6x2x4xf32>
  %init_4 = tensor.empty() : tensor<2x6x8xf32>
  %zero_2 = linalg.fill ins(%cst : f32) outs(%init_4 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %v_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%x, %Wv : tensor<2x6x8xf32>, tensor<8x8xf32>) outs(%zero_2 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %init_5 = tensor.empty() : tensor<2x6x8xf32>
  %v_flat = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%v_mm, %bv : tensor<2x6x8xf32>, tensor<8xf32>) outs(%init_5 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %v = tensor.expand_shape %v_flat [[0], [1], [2, 3]] output_shape [2, 6, 2, 4] : tensor<2x6x8xf32> into tensor<2x6x2x4xf32>
  %init_6 = tensor.empty() : tensor<2x2x6x6xf32>
  %zero_3 = linalg.fill ins(%cst : f32) outs(%init_6 : tensor<2x2x6x6xf32>) -> tensor<2x2x6x6xf32>
  %scores = linalg.contract indexing_maps = [#map5, #map6, #map7] ins(%q, %k : tensor<2x6x2x4xf32>, tensor<2x6x2x4xf32>) outs(%zero_3 : tensor<2x2x6x6xf32>) -> tensor<2x2x6x6xf32>
  %init_7 = tensor.empty() : tensor<2x2x6x6xf32>
  %scaled = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%scores : tensor<2x2x6x6xf32>) outs(%init_7 : tensor<2x2x6x6xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x2x6x6xf32>
  %init_8 = tensor.empty() : tensor<2x2x6xf32>
  %fill = linalg.fill ins(%cst_2 : f32) outs(%init_8 : tensor<2x2x6xf32>) -> tensor<2x2x6xf32>
  %weights_max = linalg.reduce { arith.maximumf } ins(%scaled : tensor<2x2x6x6xf32>) outs(%fill : tensor<2x2x6xf32>) dimensions = [3]
  %init_9 = tensor.empty() : tensor<2x2x6x6xf32>
  %weights_exp = linalg.generic {indexing_maps = [#map8, #map2, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%scaled, %weights_max : tensor<2x2x6x6xf32>, tensor<2x2x6xf32>) outs(%init_9 : tensor<2x2x6x6xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    %t1 = math.exp %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<2x2x6x6xf32>
  %init_10 = tensor.empty() : tensor<2x2x6xf32>
  %zero_4 = linalg.fill ins(%cst : f32) outs(%init_10 : tensor<2x2x6xf32>) -> tensor<2x2x6xf32>
  %weights_sum = linalg.reduce { arith.addf } ins(%weights_exp : tensor<2x2x6x6xf32>) outs(%zero_4 : tensor<2x2x6xf32>) dimensions = [3]
  %init_11 = tensor.empty() : tensor<2x2x6x6xf32>
  %weights = linalg.generic {indexing_maps = [#map8, #map2, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%weights_exp, %weights_sum : tensor<2x2x6x6xf32>, tensor<2x2x6xf32>) outs(%init_11 : tensor<2x2x6x6xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.divf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x2x6x6xf32>
  %init_12 = tensor.empty() : tensor<2x6x2x4xf32>
  %zero_5 = linalg.fill ins(%cst : f32) outs(%init_12 : tensor<2x6x2x4xf32>) -> tensor<2x6x2x4xf32>
  %context = linalg.contract indexing_maps = [#map5, #map9, #map7] ins(%weights, %v : tensor<2x2x6x6xf32>, tensor<2x6x2x4xf32>) outs(%zero_5 : tensor<2x6x2x4xf32>) -> tensor<2x6x2x4xf32>
  %context_flat = tensor.collapse_shape %context [[0], [1], [2, 3]] : tensor<2x6x2x4xf32> into tensor<2x6x8xf32>
  %init_13 = tensor.empty() : tensor<2x6x8xf32>
  %zero_6 = linalg.fill ins(%cst : f32) outs(%init_13 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %attention_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%context_flat, %Wo : tensor<2x6x8xf32>, tensor<8x8xf32>) outs(%zero_6 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %init_14 = tensor.empty() : tensor<2x6x8xf32>
  %attention = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%attention_mm, %bo : tensor<2x6x8xf32>, tensor<8xf32>) outs(%init_14 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_15 = tensor.empty() : tensor<2x6x8xf32>
  %residual1 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%x, %attention : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%init_15 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_16 = tensor.empty() : tensor<2x6xf32>
  %zero_7 = linalg.fill ins(%cst : f32) outs(%init_16 : tensor<2x6xf32>) -> tensor<2x6xf32>
  %norm1_sum = linalg.reduce { arith.addf } ins(%residual1 : tensor<2x6x8xf32>) outs(%zero_7 : tensor<2x6xf32>) dimensions = [2]
  %init_17 = tensor.empty() : tensor<2x6x8xf32>
  %norm1_centred = linalg.generic {indexing_maps = [#map3, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%residual1, %norm1_sum : tensor<2x6x8xf32>, tensor<2x6xf32>) outs(%init_17 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x1, %cst_3 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<2x6x8xf32>
  %init_18 = tensor.empty() : tensor<2x6x8xf32>
  %norm1_square = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm1_centred : tensor<2x6x8xf32>) outs(%init_18 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %x0 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_19 = tensor.empty() : tensor<2x6xf32>
  %zero_8 = linalg.fill ins(%cst : f32) outs(%init_19 : tensor<2x6xf32>) -> tensor<2x6xf32>
  %norm1_spread = linalg.reduce { arith.addf } ins(%norm1_square : tensor<2x6x8xf32>) outs(%zero_8 : tensor<2x6xf32>) dimensions = [2]
  %init_20 = tensor.empty() : tensor<2x6xf32>
  %norm1_inverse = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%norm1_spread : tensor<2x6xf32>) outs(%init_20 : tensor<2x6xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_3 : f32
    %t1 = arith.addf %t0, %cst_4 : f32
    %t2 = math.rsqrt %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<2x6xf32>
  %init_21 = tensor.empty() : tensor<2x6x8xf32>
  %norm1_normal = linalg.generic {indexing_maps = [#map3, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm1_centred, %norm1_inverse : tensor<2x6x8xf32>, tensor<2x6xf32>) outs(%init_21 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_22 = tensor.empty() : tensor<2x6x8xf32>
  %norm1 = linalg.generic {indexing_maps = [#map3, #map4, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm1_normal, %gain1, %shift1 : tensor<2x6x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_22 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<2x6x8xf32>
  %init_23 = tensor.empty() : tensor<2x6x16xf32>
  %zero_9 = linalg.fill ins(%cst : f32) outs(%init_23 : tensor<2x6x16xf32>) -> tensor<2x6x16xf32>
  %hidden_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%norm1, %W1 : tensor<2x6x8xf32>, tensor<8x16xf32>) outs(%zero_9 : tensor<2x6x16xf32>) -> tensor<2x6x16xf32>
  %init_24 = tensor.empty() : tensor<2x6x16xf32>
  %hidden = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%hidden_mm, %b1 : tensor<2x6x16xf32>, tensor<16xf32>) outs(%init_24 : tensor<2x6x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x16xf32>
  %init_25 = tensor.empty() : tensor<2x6x16xf32>
  %gelu_tanh = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%hidden : tensor<2x6x16xf32>) outs(%init_25 : tensor<2x6x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %x0 : f32
    %t1 = arith.mulf %x0, %t0 : f32
    %t2 = arith.mulf %cst_6, %t1 : f32
    %t3 = arith.addf %x0, %t2 : f32
    %t4 = arith.mulf %cst_5, %t3 : f32
    %t5 = math.tanh %t4 : f32
    linalg.yield %t5 : f32
  } -> tensor<2x6x16xf32>
  %init_26 = tensor.empty() : tensor<2x6x16xf32>
  %gelu = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%hidden, %gelu_tanh : tensor<2x6x16xf32>, tensor<2x6x16xf32>) outs(%init_26 : tensor<2x6x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_1, %x0 : f32
    %t1 = arith.addf %cst_7, %x1 : f32
    %t2 = arith.mulf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<2x6x16xf32>
  %init_27 = tensor.empty() : tensor<2x6x8xf32>
  %zero_10 = linalg.fill ins(%cst : f32) outs(%init_27 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %output_mm = linalg.contract indexing_maps = [#map0, #map1, #map2] ins(%gelu, %W2 : tensor<2x6x16xf32>, tensor<16x8xf32>) outs(%zero_10 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %init_28 = tensor.empty() : tensor<2x6x8xf32>
  %output = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%output_mm, %b2 : tensor<2x6x8xf32>, tensor<8xf32>) outs(%init_28 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_29 = tensor.empty() : tensor<2x6x8xf32>
  %residual2 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm1, %output : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%init_29 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_30 = tensor.empty() : tensor<2x6xf32>
  %zero_11 = linalg.fill ins(%cst : f32) outs(%init_30 : tensor<2x6xf32>) -> tensor<2x6xf32>
  %norm2_sum = linalg.reduce { arith.addf } ins(%residual2 : tensor<2x6x8xf32>) outs(%zero_11 : tensor<2x6xf32>) dimensions = [2]
  %init_31 = tensor.empty() : tensor<2x6x8xf32>
  %norm2_centred = linalg.generic {indexing_maps = [#map3, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%residual2, %norm2_sum : tensor<2x6x8xf32>, tensor<2x6xf32>) outs(%init_31 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x1, %cst_3 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<2x6x8xf32>
  %init_32 = tensor.empty() : tensor<2x6x8xf32>
  %norm2_square = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm2_centred : tensor<2x6x8xf32>) outs(%init_32 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %x0 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_33 = tensor.empty() : tensor<2x6xf32>
  %zero_12 = linalg.fill ins(%cst : f32) outs(%init_33 : tensor<2x6xf32>) -> tensor<2x6xf32>
  %norm2_spread = linalg.reduce { arith.addf } ins(%norm2_square : tensor<2x6x8xf32>) outs(%zero_12 : tensor<2x6xf32>) dimensions = [2]
  %init_34 = tensor.empty() : tensor<2x6xf32>
  %norm2_inverse = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%norm2_spread : tensor<2x6xf32>) outs(%init_34 : tensor<2x6xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_3 : f32
    %t1 = arith.addf %t0, %cst_4 : f32
    %t2 = math.rsqrt %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<2x6xf32>
  %init_35 = tensor.empty() : tensor<2x6x8xf32>
  %norm2_normal = linalg.generic {indexing_maps = [#map3, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm2_centred, %norm2_inverse : tensor<2x6x8xf32>, tensor<2x6xf32>) outs(%init_35 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_36 = tensor.empty() : tensor<2x6x8xf32>
  %norm2 = linalg.generic {indexing_maps = [#map3, #map4, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm2_normal, %gain2, %shift2 : tensor<2x6x8xf32>, tensor<8xf32>, tensor<8xf32>) outs(%init_36 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    %t1 = arith.addf %t0, %x2 : f32
    linalg.yield %t1 : f32
  } -> tensor<2x6x8xf32>
  %init_37 = tensor.empty() : tensor<2x6x8xf32>
  %error = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%norm2, %target : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%init_37 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_38 = tensor.empty() : tensor<2x6x8xf32>
  %square = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%error : tensor<2x6x8xf32>) outs(%init_38 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %x0 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_39 = tensor.empty() : tensor<f32>
  %zero_13 = linalg.fill ins(%cst : f32) outs(%init_39 : tensor<f32>) -> tensor<f32>
  %total = linalg.reduce { arith.addf } ins(%square : tensor<2x6x8xf32>) outs(%zero_13 : tensor<f32>) dimensions = [0, 1, 2]
  %init_40 = tensor.empty() : tensor<f32>
  %loss = linalg.generic {indexing_maps = [#map12, #map12], iterator_types = []} ins(%total : tensor<f32>) outs(%init_40 : tensor<f32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_8 : f32
    linalg.yield %t0 : f32
  } -> tensor<f32>
  %init_41 = tensor.empty() : tensor<2x6x8xf32>
  %d_y = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%error : tensor<2x6x8xf32>) outs(%init_41 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_9 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_42 = tensor.empty() : tensor<8xf32>
  %zero_14 = linalg.fill ins(%cst : f32) outs(%init_42 : tensor<8xf32>) -> tensor<8xf32>
  %d_shift2 = linalg.reduce { arith.addf } ins(%d_y : tensor<2x6x8xf32>) outs(%zero_14 : tensor<8xf32>) dimensions = [0, 1]
  %init_43 = tensor.empty() : tensor<2x6x8xf32>
  %d_norm2_product = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_y, %norm2_normal : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%init_43 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_44 = tensor.empty() : tensor<8xf32>
  %zero_15 = linalg.fill ins(%cst : f32) outs(%init_44 : tensor<8xf32>) -> tensor<8xf32>
  %d_gain2 = linalg.reduce { arith.addf } ins(%d_norm2_product : tensor<2x6x8xf32>) outs(%zero_15 : tensor<8xf32>) dimensions = [0, 1]
  %init_45 = tensor.empty() : tensor<2x6x8xf32>
  %d_norm2_scaled = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_y, %gain2 : tensor<2x6x8xf32>, tensor<8xf32>) outs(%init_45 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_46 = tensor.empty() : tensor<2x6xf32>
  %zero_16 = linalg.fill ins(%cst : f32) outs(%init_46 : tensor<2x6xf32>) -> tensor<2x6xf32>
  %d_norm2_mean = linalg.reduce { arith.addf } ins(%d_norm2_scaled : tensor<2x6x8xf32>) outs(%zero_16 : tensor<2x6xf32>) dimensions = [2]
  %init_47 = tensor.empty() : tensor<2x6x8xf32>
  %d_norm2_along = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_norm2_scaled, %norm2_normal : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%init_47 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_48 = tensor.empty() : tensor<2x6xf32>
  %zero_17 = linalg.fill ins(%cst : f32) outs(%init_48 : tensor<2x6xf32>) -> tensor<2x6xf32>
  %d_norm2_dot = linalg.reduce { arith.addf } ins(%d_norm2_along : tensor<2x6x8xf32>) outs(%zero_17 : tensor<2x6xf32>) dimensions = [2]
  %init_49 = tensor.empty() : tensor<2x6x8xf32>
  %d_residual2 = linalg.generic {indexing_maps = [#map3, #map3, #map10, #map10, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_norm2_scaled, %norm2_normal, %norm2_inverse, %d_norm2_mean, %d_norm2_dot : tensor<2x6x8xf32>, tensor<2x6x8xf32>, tensor<2x6xf32>, tensor<2x6xf32>, tensor<2x6xf32>) outs(%init_49 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %out: f32):
    %t0 = arith.mulf %x1, %x4 : f32
    %t1 = arith.addf %x3, %t0 : f32
    %t2 = arith.mulf %cst_3, %t1 : f32
    %t3 = arith.subf %x0, %t2 : f32
    %t4 = arith.mulf %x2, %t3 : f32
    linalg.yield %t4 : f32
  } -> tensor<2x6x8xf32>
  %init_50 = tensor.empty() : tensor<8xf32>
  %zero_18 = linalg.fill ins(%cst : f32) outs(%init_50 : tensor<8xf32>) -> tensor<8xf32>
  %d_b2 = linalg.reduce { arith.addf } ins(%d_residual2 : tensor<2x6x8xf32>) outs(%zero_18 : tensor<8xf32>) dimensions = [0, 1]
  %init_51 = tensor.empty() : tensor<16x8xf32>
  %zero_19 = linalg.fill ins(%cst : f32) outs(%init_51 : tensor<16x8xf32>) -> tensor<16x8xf32>
  %d_W2 = linalg.contract indexing_maps = [#map13, #map14, #map15] ins(%gelu, %d_residual2 : tensor<2x6x16xf32>, tensor<2x6x8xf32>) outs(%zero_19 : tensor<16x8xf32>) -> tensor<16x8xf32>
  %init_52 = tensor.empty() : tensor<2x6x16xf32>
  %zero_20 = linalg.fill ins(%cst : f32) outs(%init_52 : tensor<2x6x16xf32>) -> tensor<2x6x16xf32>
  %d_gelu = linalg.contract indexing_maps = [#map0, #map16, #map2] ins(%d_residual2, %W2 : tensor<2x6x8xf32>, tensor<16x8xf32>) outs(%zero_20 : tensor<2x6x16xf32>) -> tensor<2x6x16xf32>
  %init_53 = tensor.empty() : tensor<2x6x16xf32>
  %d_hidden = linalg.generic {indexing_maps = [#map3, #map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_gelu, %hidden, %gelu_tanh : tensor<2x6x16xf32>, tensor<2x6x16xf32>, tensor<2x6x16xf32>) outs(%init_53 : tensor<2x6x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.mulf %x1, %x1 : f32
    %t1 = arith.mulf %cst_10, %t0 : f32
    %t2 = arith.addf %cst_7, %t1 : f32
    %t3 = arith.mulf %cst_5, %t2 : f32
    %t4 = arith.mulf %x2, %x2 : f32
    %t5 = arith.subf %cst_7, %t4 : f32
    %t6 = arith.mulf %t5, %t3 : f32
    %t7 = arith.addf %cst_7, %x2 : f32
    %t8 = arith.mulf %x1, %t6 : f32
    %t9 = arith.addf %t7, %t8 : f32
    %t10 = arith.mulf %cst_1, %t9 : f32
    %t11 = arith.mulf %x0, %t10 : f32
    linalg.yield %t11 : f32
  } -> tensor<2x6x16xf32>
  %init_54 = tensor.empty() : tensor<16xf32>
  %zero_21 = linalg.fill ins(%cst : f32) outs(%init_54 : tensor<16xf32>) -> tensor<16xf32>
  %d_b1 = linalg.reduce { arith.addf } ins(%d_hidden : tensor<2x6x16xf32>) outs(%zero_21 : tensor<16xf32>) dimensions = [0, 1]
  %init_55 = tensor.empty() : tensor<8x16xf32>
  %zero_22 = linalg.fill ins(%cst : f32) outs(%init_55 : tensor<8x16xf32>) -> tensor<8x16xf32>
  %d_W1 = linalg.contract indexing_maps = [#map13, #map14, #map15] ins(%norm1, %d_hidden : tensor<2x6x8xf32>, tensor<2x6x16xf32>) outs(%zero_22 : tensor<8x16xf32>) -> tensor<8x16xf32>
  %init_56 = tensor.empty() : tensor<2x6x8xf32>
  %zero_23 = linalg.fill ins(%cst : f32) outs(%init_56 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %d_norm1 = linalg.contract indexing_maps = [#map0, #map16, #map2] ins(%d_hidden, %W1 : tensor<2x6x16xf32>, tensor<8x16xf32>) outs(%zero_23 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %init_57 = tensor.empty() : tensor<2x6x8xf32>
  %d_norm1_sum = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_residual2, %d_norm1 : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%init_57 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_58 = tensor.empty() : tensor<8xf32>
  %zero_24 = linalg.fill ins(%cst : f32) outs(%init_58 : tensor<8xf32>) -> tensor<8xf32>
  %d_shift1 = linalg.reduce { arith.addf } ins(%d_norm1_sum : tensor<2x6x8xf32>) outs(%zero_24 : tensor<8xf32>) dimensions = [0, 1]
  %init_59 = tensor.empty() : tensor<2x6x8xf32>
  %d_norm1_product = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_norm1_sum, %norm1_normal : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%init_59 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_60 = tensor.empty() : tensor<8xf32>
  %zero_25 = linalg.fill ins(%cst : f32) outs(%init_60 : tensor<8xf32>) -> tensor<8xf32>
  %d_gain1 = linalg.reduce { arith.addf } ins(%d_norm1_product : tensor<2x6x8xf32>) outs(%zero_25 : tensor<8xf32>) dimensions = [0, 1]
  %init_61 = tensor.empty() : tensor<2x6x8xf32>
  %d_norm1_scaled = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_norm1_sum, %gain1 : tensor<2x6x8xf32>, tensor<8xf32>) outs(%init_61 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_62 = tensor.empty() : tensor<2x6xf32>
  %zero_26 = linalg.fill ins(%cst : f32) outs(%init_62 : tensor<2x6xf32>) -> tensor<2x6xf32>
  %d_norm1_mean = linalg.reduce { arith.addf } ins(%d_norm1_scaled : tensor<2x6x8xf32>) outs(%zero_26 : tensor<2x6xf32>) dimensions = [2]
  %init_63 = tensor.empty() : tensor<2x6x8xf32>
  %d_norm1_along = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_norm1_scaled, %norm1_normal : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%init_63 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x6x8xf32>
  %init_64 = tensor.empty() : tensor<2x6xf32>
  %zero_27 = linalg.fill ins(%cst : f32) outs(%init_64 : tensor<2x6xf32>) -> tensor<2x6xf32>
  %d_norm1_dot = linalg.reduce { arith.addf } ins(%d_norm1_along : tensor<2x6x8xf32>) outs(%zero_27 : tensor<2x6xf32>) dimensions = [2]
  %init_65 = tensor.empty() : tensor<2x6x8xf32>
  %d_residual1 = linalg.generic {indexing_maps = [#map3, #map3, #map10, #map10, #map10, #map3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%d_norm1_scaled, %norm1_normal, %norm1_inverse, %d_norm1_mean, %d_norm1_dot : tensor<2x6x8xf32>, tensor<2x6x8xf32>, tensor<2x6xf32>, tensor<2x6xf32>, tensor<2x6xf32>) outs(%init_65 : tensor<2x6x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %x4: f32, %out: f32):
    %t0 = arith.mulf %x1, %x4 : f32
    %t1 = arith.addf %x3, %t0 : f32
    %t2 = arith.mulf %cst_3, %t1 : f32
    %t3 = arith.subf %x0, %t2 : f32
    %t4 = arith.mulf %x2, %t3 : f32
    linalg.yield %t4 : f32
  } -> tensor<2x6x8xf32>
  %init_66 = tensor.empty() : tensor<8xf32>
  %zero_28 = linalg.fill ins(%cst : f32) outs(%init_66 : tensor<8xf32>) -> tensor<8xf32>
  %d_bo = linalg.reduce { arith.addf } ins(%d_residual1 : tensor<2x6x8xf32>) outs(%zero_28 : tensor<8xf32>) dimensions = [0, 1]
  %init_67 = tensor.empty() : tensor<8x8xf32>
  %zero_29 = linalg.fill ins(%cst : f32) outs(%init_67 : tensor<8x8xf32>) -> tensor<8x8xf32>
  %d_Wo = linalg.contract indexing_maps = [#map13, #map14, #map15] ins(%context_flat, %d_residual1 : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%zero_29 : tensor<8x8xf32>) -> tensor<8x8xf32>
  %init_68 = tensor.empty() : tensor<2x6x8xf32>
  %zero_30 = linalg.fill ins(%cst : f32) outs(%init_68 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %d_context_flat = linalg.contract indexing_maps = [#map0, #map16, #map2] ins(%d_residual1, %Wo : tensor<2x6x8xf32>, tensor<8x8xf32>) outs(%zero_30 : tensor<2x6x8xf32>) -> tensor<2x6x8xf32>
  %d_context = tensor.expand_shape %d_context_flat [[0], [1], [2, 3]] output_shape [2, 6, 2, 4] : tensor<2x6x8xf32> into tensor<2x6x2x4xf32>
  %init_69 = tensor.empty() : tensor<2x6x2x4xf32>
  %zero_31 = linalg.fill ins(%cst : f32) outs(%init_69 : tensor<2x6x2x4xf32>) -> tensor<2x6x2x4xf32>
  %d_v = linalg.contract indexing_maps = [#map17, #map9, #map7] ins(%weights, %d_context : tensor<2x2x6x6xf32>, tensor<2x6x2x4xf32>) outs(%zero_31 : tensor<2x6x2x4xf32>) -> tensor<2x6x2x4xf32>
  %init_70 = tensor.empty() : tensor<2x2x6x6xf32>
  %zero_32 = linalg.fill ins(%cst : f32) outs(%init_70 : tensor<2x2x6x6xf32>) -> tensor<2x2x6x6xf32>
  %d_weights = linalg.contract indexing_maps = [#map5, #map6, #map7] ins(%d_context, %v : tensor<2x6x2x4xf32>, tensor<2x6x2x4xf32>) outs(%zero_32 : tensor<2x2x6x6xf32>) -> tensor<2x2x6x6xf32>
  %init_71 = tensor.empty() : tensor<2x2x6x6xf32>
  %d_weights_product = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%d_weights, %weights : tensor<2x2x6x6xf32>, tensor<2x2x6x6xf32>) outs(%init_71 : tensor<2x2x6x6xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x2x6x6xf32>
  %init_72 = tensor.empty() : tensor<2x2x6xf32>
  %zero_33 = linalg.fill ins(%cst : f32) outs(%init_72 : tensor<2x2x6xf32>) -> tensor<2x2x6xf32>
  %d_weights_dot = linalg.reduce { arith.addf } ins(%d_weights_product : tensor<2x2x6x6xf32>) outs(%zero_33 : tensor<2x2x6xf32>) dimensions = [3]
  %init_73 = tensor.empty() : tensor<2x2x6x6xf32>
  %d_scaled = linalg.generic {indexing_maps = [#map8, #map8, #map2, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%d_weights, %weights, %d_weights_dot : tensor<2x2x6x6xf32>, tensor<2x2x6x6xf32>, tensor<2x2x6xf32>) outs(%init_73 : tensor<2x2x6x6xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.subf %x0, %x2 : f32
    %t1 = arith.mulf %x1, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<2x2x6x6xf32>
  %init_74 = tensor.empty() : tensor<2x2x6x6xf32>
  %d_scores = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%d_scaled : tensor<2x2x6x6xf32>) outs(%init_74 : tensor<2x2x6x6xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_1 : f32
    linalg.yield %t0 : f32
  } -> tensor<2x2x6x6xf32>
  %init_75 = tensor.empty() : tensor<2x6x2x4xf32>
  %zero_34 = linalg.fill ins(%cst : f32) outs(%init_75 : tensor<2x6x2x4xf32>) -> tensor<2x6x2x4xf32>
  %d_k = linalg.contract indexing_maps = [#map9, #map17, #map7] ins(%q, %d_scores : tensor<2x6x2x4xf32>, tensor<2x2x6x6xf32>) outs(%zero_34 : tensor<2x6x2x4xf32>) -> tensor<2x6x2x4xf32>
  %init_76 = tensor.empty() : tensor<2x6x2x4xf32>
  %zero_35 = linalg.fill ins(%cst : f32) outs(%init_76 : tensor<2x6x2x4xf32>) -> tensor<2x6x2x4xf32>
  %d_q = linalg.contract indexing_maps = [#map5, #map9, #map7] ins(%d_scores, %k : tensor<2x2x6x6xf32>, tensor<2x6x2x4xf32>) outs(%zero_35 : tensor<2x6x2x4xf32>) -> tensor<2x6x2x4xf32>
  %d_v_flat = tensor.collapse_shape %d_v [[0], [1], [2, 3]] : tensor<2x6x2x4xf32> into tensor<2x6x8xf32>
  %init_77 = tensor.empty() : tensor<8xf32>
  %zero_36 = linalg.fill ins(%cst : f32) outs(%init_77 : tensor<8xf32>) -> tensor<8xf32>
  %d_bv = linalg.reduce { arith.addf } ins(%d_v_flat : tensor<2x6x8xf32>) outs(%zero_36 : tensor<8xf32>) dimensions = [0, 1]
  %init_78 = tensor.empty() : tensor<8x8xf32>
  %zero_37 = linalg.fill ins(%cst : f32) outs(%init_78 : tensor<8x8xf32>) -> tensor<8x8xf32>
  %d_Wv = linalg.contract indexing_maps = [#map13, #map14, #map15] ins(%x, %d_v_flat : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%zero_37 : tensor<8x8xf32>) -> tensor<8x8xf32>
  %d_k_flat = tensor.collapse_shape %d_k [[0], [1], [2, 3]] : tensor<2x6x2x4xf32> into tensor<2x6x8xf32>
  %init_79 = tensor.empty() : tensor<8xf32>
  %zero_38 = linalg.fill ins(%cst : f32) outs(%init_79 : tensor<8xf32>) -> tensor<8xf32>
  %d_bk = linalg.reduce { arith.addf } ins(%d_k_flat : tensor<2x6x8xf32>) outs(%zero_38 : tensor<8xf32>) dimensions = [0, 1]
  %init_80 = tensor.empty() : tensor<8x8xf32>
  %zero_39 = linalg.fill ins(%cst : f32) outs(%init_80 : tensor<8x8xf32>) -> tensor<8x8xf32>
  %d_Wk = linalg.contract indexing_maps = [#map13, #map14, #map15] ins(%x, %d_k_flat : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%zero_39 : tensor<8x8xf32>) -> tensor<8x8xf32>
  %d_q_flat = tensor.collapse_shape %d_q [[0], [1], [2, 3]] : tensor<2x6x2x4xf32> into tensor<2x6x8xf32>
  %init_81 = tensor.empty() : tensor<8xf32>
  %zero_40 = linalg.fill ins(%cst : f32) outs(%init_81 : tensor<8xf32>) -> tensor<8xf32>
  %d_bq = linalg.reduce { arith.addf } ins(%d_q_flat : tensor<2x6x8xf32>) outs(%zero_40 : tensor<8xf32>) dimensions = [0, 1]
  %init_82 = tensor.empty() : tensor<8x8xf32>
  %zero_41 = linalg.fill ins(%cst : f32) outs(%init_82 : tensor<8x8xf32>) -> tensor<8x8xf32>
  %d_Wq = linalg.contract indexing_maps = [#map13, #map14, #map15] ins(%x, %d_q_flat : tensor<2x6x8xf32>, tensor<2x6x8xf32>) outs(%zero_41 : tensor<8x8xf32>) -> tensor<8x8xf32>
  %init_83 = tensor.empty() : tensor<8x8xf32>
  %m_new_Wq = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_Wq, %d_Wq : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_83 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8x8xf32>
  %init_84 = tensor.empty() : tensor<8xf32>
  %m_new_bq = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_bq, %d_bq : tensor<8xf32>, tensor<8xf32>) outs(%init_84 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8xf32>
  %init_85 = tensor.empty() : tensor<8x8xf32>
  %m_new_Wk = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_Wk, %d_Wk : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_85 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8x8xf32>
  %init_86 = tensor.empty() : tensor<8xf32>
  %m_new_bk = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_bk, %d_bk : tensor<8xf32>, tensor<8xf32>) outs(%init_86 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8xf32>
  %init_87 = tensor.empty() : tensor<8x8xf32>
  %m_new_Wv = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_Wv, %d_Wv : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_87 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8x8xf32>
  %init_88 = tensor.empty() : tensor<8xf32>
  %m_new_bv = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_bv, %d_bv : tensor<8xf32>, tensor<8xf32>) outs(%init_88 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8xf32>
  %init_89 = tensor.empty() : tensor<8x8xf32>
  %m_new_Wo = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_Wo, %d_Wo : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_89 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8x8xf32>
  %init_90 = tensor.empty() : tensor<8xf32>
  %m_new_bo = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_bo, %d_bo : tensor<8xf32>, tensor<8xf32>) outs(%init_90 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8xf32>
  %init_91 = tensor.empty() : tensor<8xf32>
  %m_new_gain1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_gain1, %d_gain1 : tensor<8xf32>, tensor<8xf32>) outs(%init_91 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8xf32>
  %init_92 = tensor.empty() : tensor<8xf32>
  %m_new_shift1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_shift1, %d_shift1 : tensor<8xf32>, tensor<8xf32>) outs(%init_92 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8xf32>
  %init_93 = tensor.empty() : tensor<8x16xf32>
  %m_new_W1 = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_W1, %d_W1 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%init_93 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8x16xf32>
  %init_94 = tensor.empty() : tensor<16xf32>
  %m_new_b1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_b1, %d_b1 : tensor<16xf32>, tensor<16xf32>) outs(%init_94 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<16xf32>
  %init_95 = tensor.empty() : tensor<16x8xf32>
  %m_new_W2 = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_W2, %d_W2 : tensor<16x8xf32>, tensor<16x8xf32>) outs(%init_95 : tensor<16x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<16x8xf32>
  %init_96 = tensor.empty() : tensor<8xf32>
  %m_new_b2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_b2, %d_b2 : tensor<8xf32>, tensor<8xf32>) outs(%init_96 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8xf32>
  %init_97 = tensor.empty() : tensor<8xf32>
  %m_new_gain2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_gain2, %d_gain2 : tensor<8xf32>, tensor<8xf32>) outs(%init_97 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8xf32>
  %init_98 = tensor.empty() : tensor<8xf32>
  %m_new_shift2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_shift2, %d_shift2 : tensor<8xf32>, tensor<8xf32>) outs(%init_98 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_11, %x0 : f32
    %t1 = arith.mulf %cst_12, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8xf32>
  %init_99 = tensor.empty() : tensor<8x8xf32>
  %v_new_Wq = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_Wq, %d_Wq : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_99 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x8xf32>
  %init_100 = tensor.empty() : tensor<8xf32>
  %v_new_bq = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_bq, %d_bq : tensor<8xf32>, tensor<8xf32>) outs(%init_100 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_101 = tensor.empty() : tensor<8x8xf32>
  %v_new_Wk = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_Wk, %d_Wk : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_101 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x8xf32>
  %init_102 = tensor.empty() : tensor<8xf32>
  %v_new_bk = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_bk, %d_bk : tensor<8xf32>, tensor<8xf32>) outs(%init_102 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_103 = tensor.empty() : tensor<8x8xf32>
  %v_new_Wv = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_Wv, %d_Wv : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_103 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x8xf32>
  %init_104 = tensor.empty() : tensor<8xf32>
  %v_new_bv = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_bv, %d_bv : tensor<8xf32>, tensor<8xf32>) outs(%init_104 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_105 = tensor.empty() : tensor<8x8xf32>
  %v_new_Wo = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_Wo, %d_Wo : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_105 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x8xf32>
  %init_106 = tensor.empty() : tensor<8xf32>
  %v_new_bo = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_bo, %d_bo : tensor<8xf32>, tensor<8xf32>) outs(%init_106 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_107 = tensor.empty() : tensor<8xf32>
  %v_new_gain1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_gain1, %d_gain1 : tensor<8xf32>, tensor<8xf32>) outs(%init_107 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_108 = tensor.empty() : tensor<8xf32>
  %v_new_shift1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_shift1, %d_shift1 : tensor<8xf32>, tensor<8xf32>) outs(%init_108 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_109 = tensor.empty() : tensor<8x16xf32>
  %v_new_W1 = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_W1, %d_W1 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%init_109 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x16xf32>
  %init_110 = tensor.empty() : tensor<16xf32>
  %v_new_b1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_b1, %d_b1 : tensor<16xf32>, tensor<16xf32>) outs(%init_110 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16xf32>
  %init_111 = tensor.empty() : tensor<16x8xf32>
  %v_new_W2 = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_W2, %d_W2 : tensor<16x8xf32>, tensor<16x8xf32>) outs(%init_111 : tensor<16x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16x8xf32>
  %init_112 = tensor.empty() : tensor<8xf32>
  %v_new_b2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_b2, %d_b2 : tensor<8xf32>, tensor<8xf32>) outs(%init_112 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_113 = tensor.empty() : tensor<8xf32>
  %v_new_gain2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_gain2, %d_gain2 : tensor<8xf32>, tensor<8xf32>) outs(%init_113 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_114 = tensor.empty() : tensor<8xf32>
  %v_new_shift2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%v_shift2, %d_shift2 : tensor<8xf32>, tensor<8xf32>) outs(%init_114 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_13, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_14, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_115 = tensor.empty() : tensor<8x8xf32>
  %m_hat_Wq = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_new_Wq : tensor<8x8xf32>) outs(%init_115 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_116 = tensor.empty() : tensor<8xf32>
  %m_hat_bq = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_bq : tensor<8xf32>) outs(%init_116 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_117 = tensor.empty() : tensor<8x8xf32>
  %m_hat_Wk = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_new_Wk : tensor<8x8xf32>) outs(%init_117 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_118 = tensor.empty() : tensor<8xf32>
  %m_hat_bk = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_bk : tensor<8xf32>) outs(%init_118 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_119 = tensor.empty() : tensor<8x8xf32>
  %m_hat_Wv = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_new_Wv : tensor<8x8xf32>) outs(%init_119 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_120 = tensor.empty() : tensor<8xf32>
  %m_hat_bv = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_bv : tensor<8xf32>) outs(%init_120 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_121 = tensor.empty() : tensor<8x8xf32>
  %m_hat_Wo = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_new_Wo : tensor<8x8xf32>) outs(%init_121 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_122 = tensor.empty() : tensor<8xf32>
  %m_hat_bo = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_bo : tensor<8xf32>) outs(%init_122 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_123 = tensor.empty() : tensor<8xf32>
  %m_hat_gain1 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_gain1 : tensor<8xf32>) outs(%init_123 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_124 = tensor.empty() : tensor<8xf32>
  %m_hat_shift1 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_shift1 : tensor<8xf32>) outs(%init_124 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_125 = tensor.empty() : tensor<8x16xf32>
  %m_hat_W1 = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_new_W1 : tensor<8x16xf32>) outs(%init_125 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x16xf32>
  %init_126 = tensor.empty() : tensor<16xf32>
  %m_hat_b1 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_b1 : tensor<16xf32>) outs(%init_126 : tensor<16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<16xf32>
  %init_127 = tensor.empty() : tensor<16x8xf32>
  %m_hat_W2 = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_new_W2 : tensor<16x8xf32>) outs(%init_127 : tensor<16x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<16x8xf32>
  %init_128 = tensor.empty() : tensor<8xf32>
  %m_hat_b2 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_b2 : tensor<8xf32>) outs(%init_128 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_129 = tensor.empty() : tensor<8xf32>
  %m_hat_gain2 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_gain2 : tensor<8xf32>) outs(%init_129 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_130 = tensor.empty() : tensor<8xf32>
  %m_hat_shift2 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%m_new_shift2 : tensor<8xf32>) outs(%init_130 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_15 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_131 = tensor.empty() : tensor<8x8xf32>
  %v_hat_Wq = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_new_Wq : tensor<8x8xf32>) outs(%init_131 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_132 = tensor.empty() : tensor<8xf32>
  %v_hat_bq = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_bq : tensor<8xf32>) outs(%init_132 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_133 = tensor.empty() : tensor<8x8xf32>
  %v_hat_Wk = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_new_Wk : tensor<8x8xf32>) outs(%init_133 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_134 = tensor.empty() : tensor<8xf32>
  %v_hat_bk = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_bk : tensor<8xf32>) outs(%init_134 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_135 = tensor.empty() : tensor<8x8xf32>
  %v_hat_Wv = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_new_Wv : tensor<8x8xf32>) outs(%init_135 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_136 = tensor.empty() : tensor<8xf32>
  %v_hat_bv = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_bv : tensor<8xf32>) outs(%init_136 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_137 = tensor.empty() : tensor<8x8xf32>
  %v_hat_Wo = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_new_Wo : tensor<8x8xf32>) outs(%init_137 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_138 = tensor.empty() : tensor<8xf32>
  %v_hat_bo = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_bo : tensor<8xf32>) outs(%init_138 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_139 = tensor.empty() : tensor<8xf32>
  %v_hat_gain1 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_gain1 : tensor<8xf32>) outs(%init_139 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_140 = tensor.empty() : tensor<8xf32>
  %v_hat_shift1 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_shift1 : tensor<8xf32>) outs(%init_140 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_141 = tensor.empty() : tensor<8x16xf32>
  %v_hat_W1 = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_new_W1 : tensor<8x16xf32>) outs(%init_141 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x16xf32>
  %init_142 = tensor.empty() : tensor<16xf32>
  %v_hat_b1 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_b1 : tensor<16xf32>) outs(%init_142 : tensor<16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<16xf32>
  %init_143 = tensor.empty() : tensor<16x8xf32>
  %v_hat_W2 = linalg.generic {indexing_maps = [#map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%v_new_W2 : tensor<16x8xf32>) outs(%init_143 : tensor<16x8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<16x8xf32>
  %init_144 = tensor.empty() : tensor<8xf32>
  %v_hat_b2 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_b2 : tensor<8xf32>) outs(%init_144 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_145 = tensor.empty() : tensor<8xf32>
  %v_hat_gain2 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_gain2 : tensor<8xf32>) outs(%init_145 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_146 = tensor.empty() : tensor<8xf32>
  %v_hat_shift2 = linalg.generic {indexing_maps = [#map18, #map18], iterator_types = ["parallel"]} ins(%v_new_shift2 : tensor<8xf32>) outs(%init_146 : tensor<8xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_16 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_147 = tensor.empty() : tensor<8x8xf32>
  %update_Wq = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_hat_Wq, %v_hat_Wq : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_147 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x8xf32>
  %init_148 = tensor.empty() : tensor<8xf32>
  %update_bq = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_bq, %v_hat_bq : tensor<8xf32>, tensor<8xf32>) outs(%init_148 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_149 = tensor.empty() : tensor<8x8xf32>
  %update_Wk = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_hat_Wk, %v_hat_Wk : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_149 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x8xf32>
  %init_150 = tensor.empty() : tensor<8xf32>
  %update_bk = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_bk, %v_hat_bk : tensor<8xf32>, tensor<8xf32>) outs(%init_150 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_151 = tensor.empty() : tensor<8x8xf32>
  %update_Wv = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_hat_Wv, %v_hat_Wv : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_151 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x8xf32>
  %init_152 = tensor.empty() : tensor<8xf32>
  %update_bv = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_bv, %v_hat_bv : tensor<8xf32>, tensor<8xf32>) outs(%init_152 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_153 = tensor.empty() : tensor<8x8xf32>
  %update_Wo = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_hat_Wo, %v_hat_Wo : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_153 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x8xf32>
  %init_154 = tensor.empty() : tensor<8xf32>
  %update_bo = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_bo, %v_hat_bo : tensor<8xf32>, tensor<8xf32>) outs(%init_154 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_155 = tensor.empty() : tensor<8xf32>
  %update_gain1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_gain1, %v_hat_gain1 : tensor<8xf32>, tensor<8xf32>) outs(%init_155 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_156 = tensor.empty() : tensor<8xf32>
  %update_shift1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_shift1, %v_hat_shift1 : tensor<8xf32>, tensor<8xf32>) outs(%init_156 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_157 = tensor.empty() : tensor<8x16xf32>
  %update_W1 = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_hat_W1, %v_hat_W1 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%init_157 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x16xf32>
  %init_158 = tensor.empty() : tensor<16xf32>
  %update_b1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_b1, %v_hat_b1 : tensor<16xf32>, tensor<16xf32>) outs(%init_158 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16xf32>
  %init_159 = tensor.empty() : tensor<16x8xf32>
  %update_W2 = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%m_hat_W2, %v_hat_W2 : tensor<16x8xf32>, tensor<16x8xf32>) outs(%init_159 : tensor<16x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16x8xf32>
  %init_160 = tensor.empty() : tensor<8xf32>
  %update_b2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_b2, %v_hat_b2 : tensor<8xf32>, tensor<8xf32>) outs(%init_160 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_161 = tensor.empty() : tensor<8xf32>
  %update_gain2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_gain2, %v_hat_gain2 : tensor<8xf32>, tensor<8xf32>) outs(%init_161 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_162 = tensor.empty() : tensor<8xf32>
  %update_shift2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%m_hat_shift2, %v_hat_shift2 : tensor<8xf32>, tensor<8xf32>) outs(%init_162 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_14, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_17 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8xf32>
  %init_163 = tensor.empty() : tensor<8x8xf32>
  %new_Wq = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%Wq, %update_Wq : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_163 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_164 = tensor.empty() : tensor<8xf32>
  %new_bq = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%bq, %update_bq : tensor<8xf32>, tensor<8xf32>) outs(%init_164 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_165 = tensor.empty() : tensor<8x8xf32>
  %new_Wk = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%Wk, %update_Wk : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_165 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_166 = tensor.empty() : tensor<8xf32>
  %new_bk = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%bk, %update_bk : tensor<8xf32>, tensor<8xf32>) outs(%init_166 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_167 = tensor.empty() : tensor<8x8xf32>
  %new_Wv = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%Wv, %update_Wv : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_167 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_168 = tensor.empty() : tensor<8xf32>
  %new_bv = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%bv, %update_bv : tensor<8xf32>, tensor<8xf32>) outs(%init_168 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_169 = tensor.empty() : tensor<8x8xf32>
  %new_Wo = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%Wo, %update_Wo : tensor<8x8xf32>, tensor<8x8xf32>) outs(%init_169 : tensor<8x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x8xf32>
  %init_170 = tensor.empty() : tensor<8xf32>
  %new_bo = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%bo, %update_bo : tensor<8xf32>, tensor<8xf32>) outs(%init_170 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_171 = tensor.empty() : tensor<8xf32>
  %new_gain1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%gain1, %update_gain1 : tensor<8xf32>, tensor<8xf32>) outs(%init_171 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_172 = tensor.empty() : tensor<8xf32>
  %new_shift1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%shift1, %update_shift1 : tensor<8xf32>, tensor<8xf32>) outs(%init_172 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_173 = tensor.empty() : tensor<8x16xf32>
  %new_W1 = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%W1, %update_W1 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%init_173 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x16xf32>
  %init_174 = tensor.empty() : tensor<16xf32>
  %new_b1 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%b1, %update_b1 : tensor<16xf32>, tensor<16xf32>) outs(%init_174 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<16xf32>
  %init_175 = tensor.empty() : tensor<16x8xf32>
  %new_W2 = linalg.generic {indexing_maps = [#map11, #map11, #map11], iterator_types = ["parallel", "parallel"]} ins(%W2, %update_W2 : tensor<16x8xf32>, tensor<16x8xf32>) outs(%init_175 : tensor<16x8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<16x8xf32>
  %init_176 = tensor.empty() : tensor<8xf32>
  %new_b2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%b2, %update_b2 : tensor<8xf32>, tensor<8xf32>) outs(%init_176 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_177 = tensor.empty() : tensor<8xf32>
  %new_gain2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%gain2, %update_gain2 : tensor<8xf32>, tensor<8xf32>) outs(%init_177 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  %init_178 = tensor.empty() : tensor<8xf32>
  %new_shift2 = linalg.generic {indexing_maps = [#map18, #map18, #map18], iterator_types = ["parallel"]} ins(%shift2, %update_shift2 : tensor<8xf32>, tensor<8xf32>) outs(%init_178 : tensor<8xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8xf32>
  return %loss, %new_Wq, %new_bq, %new_Wk, %new_bk, %new_Wv, %new_bv, %new_Wo, %new_bo, %new_gain1, %new_shift1, %new_W1, %new_b1, %new_W2, %new_b2, %new_gain2, %new_shift2, %m_new_Wq, %m_new_bq, %m_new_Wk, %m_new_bk, %m_new_Wv, %m_new_bv, %m_new_Wo, %m_new_bo, %m_new_gain1, %m_new_shift1, %m_new_W1, %m_new_b1, %m_new_W2, %m_new_b2, %m_new_gain2, %m_new_shift2, %v_new_Wq, %v_new_bq, %v_new_Wk, %v_new_bk, %v_new_Wv, %v_new_bv, %v_new_Wo, %v_new_bo, %v_new_gain1, %v_new_shift1, %v_new_W1, %v_new_b1, %v_new_W2, %v_new_b2, %v_new_gain2, %v_new_shift2 : tensor<f32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x16xf32>, tensor<16xf32>, tensor<16x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x16xf32>, tensor<16xf32>, tensor<16x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x16xf32>, tensor<16xf32>, tensor<16x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>
}
