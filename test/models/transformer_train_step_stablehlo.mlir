// Transformer encoder block, training step: forward, backward, Adam.
// Architecture: encoder block of Vaswani et al., "Attention is all you need",
// NeurIPS 2017, at the sizes of BERT-base (Devlin et al., NAACL 2019), GELU.
// Sizes: batch 8, sequence 128, width 768, 12 heads, feed-forward 3072, f32.

func.func @train_step(
    %x: tensor<8x128x768xf32>,
    %target: tensor<8x128x768xf32>,
    %Wq: tensor<768x768xf32>,
    %bq: tensor<768xf32>,
    %Wk: tensor<768x768xf32>,
    %bk: tensor<768xf32>,
    %Wv: tensor<768x768xf32>,
    %bv: tensor<768xf32>,
    %Wo: tensor<768x768xf32>,
    %bo: tensor<768xf32>,
    %gain1: tensor<768xf32>,
    %shift1: tensor<768xf32>,
    %W1: tensor<768x3072xf32>,
    %b1: tensor<3072xf32>,
    %W2: tensor<3072x768xf32>,
    %b2: tensor<768xf32>,
    %gain2: tensor<768xf32>,
    %shift2: tensor<768xf32>,
    %m_Wq: tensor<768x768xf32>,
    %m_bq: tensor<768xf32>,
    %m_Wk: tensor<768x768xf32>,
    %m_bk: tensor<768xf32>,
    %m_Wv: tensor<768x768xf32>,
    %m_bv: tensor<768xf32>,
    %m_Wo: tensor<768x768xf32>,
    %m_bo: tensor<768xf32>,
    %m_gain1: tensor<768xf32>,
    %m_shift1: tensor<768xf32>,
    %m_W1: tensor<768x3072xf32>,
    %m_b1: tensor<3072xf32>,
    %m_W2: tensor<3072x768xf32>,
    %m_b2: tensor<768xf32>,
    %m_gain2: tensor<768xf32>,
    %m_shift2: tensor<768xf32>,
    %v_Wq: tensor<768x768xf32>,
    %v_bq: tensor<768xf32>,
    %v_Wk: tensor<768x768xf32>,
    %v_bk: tensor<768xf32>,
    %v_Wv: tensor<768x768xf32>,
    %v_bv: tensor<768xf32>,
    %v_Wo: tensor<768x768xf32>,
    %v_bo: tensor<768xf32>,
    %v_gain1: tensor<768xf32>,
    %v_shift1: tensor<768xf32>,
    %v_W1: tensor<768x3072xf32>,
    %v_b1: tensor<3072xf32>,
    %v_W2: tensor<3072x768xf32>,
    %v_b2: tensor<768xf32>,
    %v_gain2: tensor<768xf32>,
    %v_shift2: tensor<768xf32>)
    -> (tensor<f32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x3072xf32>, tensor<3072xf32>, tensor<3072x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x3072xf32>, tensor<3072xf32>, tensor<3072x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x3072xf32>, tensor<3072xf32>, tensor<3072x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>)
    attributes {memopt_nonnegative_arguments = array<i64: 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49>} {
  %cst = "stablehlo.constant"() <{value = dense<0.125> : tensor<f32>}> : () -> tensor<f32>
  %cst_1 = "stablehlo.constant"() <{value = dense<-3.4028234663852886e+38> : tensor<f32>}> : () -> tensor<f32>
  %cst_2 = "stablehlo.constant"() <{value = dense<0.0> : tensor<f32>}> : () -> tensor<f32>
  %cst_3 = "stablehlo.constant"() <{value = dense<0.0013020833333333333> : tensor<f32>}> : () -> tensor<f32>
  %cst_4 = "stablehlo.constant"() <{value = dense<1.0e-05> : tensor<f32>}> : () -> tensor<f32>
  %cst_5 = "stablehlo.constant"() <{value = dense<0.7978845608028654> : tensor<f32>}> : () -> tensor<f32>
  %cst_6 = "stablehlo.constant"() <{value = dense<0.044715> : tensor<f32>}> : () -> tensor<f32>
  %cst_7 = "stablehlo.constant"() <{value = dense<0.5> : tensor<f32>}> : () -> tensor<f32>
  %cst_8 = "stablehlo.constant"() <{value = dense<1.0> : tensor<f32>}> : () -> tensor<f32>
  %cst_9 = "stablehlo.constant"() <{value = dense<1.2715657552083333e-06> : tensor<f32>}> : () -> tensor<f32>
  %cst_10 = "stablehlo.constant"() <{value = dense<2.5431315104166665e-06> : tensor<f32>}> : () -> tensor<f32>
  %cst_11 = "stablehlo.constant"() <{value = dense<0.134145> : tensor<f32>}> : () -> tensor<f32>
  %cst_12 = "stablehlo.constant"() <{value = dense<0.9> : tensor<f32>}> : () -> tensor<f32>
  %cst_13 = "stablehlo.constant"() <{value = dense<0.1> : tensor<f32>}> : () -> tensor<f32>
  %cst_14 = "stablehlo.constant"() <{value = dense<0.999> : tensor<f32>}> : () -> tensor<f32>
  %cst_15 = "stablehlo.constant"() <{value = dense<0.001> : tensor<f32>}> : () -> tensor<f32>
  %cst_16 = "stablehlo.constant"() <{value = dense<10.0> : tensor<f32>}> : () -> tensor<f32>
  %cst_17 = "stablehlo.constant"() <{value = dense<1000.0> : tensor<f32>}> : () -> tensor<f32>
  %cst_18 = "stablehlo.constant"() <{value = dense<1.0e-08> : tensor<f32>}> : () -> tensor<f32>
  %q_mm = "stablehlo.dot_general"(%x, %Wq) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [0]>}> : (tensor<8x128x768xf32>, tensor<768x768xf32>) -> tensor<8x128x768xf32>
  %bq_b = "stablehlo.broadcast_in_dim"(%bq) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %q_flat = "stablehlo.add"(%q_mm, %bq_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %q = "stablehlo.reshape"(%q_flat) : (tensor<8x128x768xf32>) -> tensor<8x128x12x64xf32>
  %k_mm = "stablehlo.dot_general"(%x, %Wk) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [0]>}> : (tensor<8x128x768xf32>, tensor<768x768xf32>) -> tensor<8x128x768xf32>
  %bk_b = "stablehlo.broadcast_in_dim"(%bk) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %k_flat = "stablehlo.add"(%k_mm, %bk_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %k = "stablehlo.reshape"(%k_flat) : (tensor<8x128x768xf32>) -> tensor<8x128x12x64xf32>
  %v_mm = "stablehlo.dot_general"(%x, %Wv) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [0]>}> : (tensor<8x128x768xf32>, tensor<768x768xf32>) -> tensor<8x128x768xf32>
  %bv_b = "stablehlo.broadcast_in_dim"(%bv) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %v_flat = "stablehlo.add"(%v_mm, %bv_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %v = "stablehlo.reshape"(%v_flat) : (tensor<8x128x768xf32>) -> tensor<8x128x12x64xf32>
  %scores = "stablehlo.dot_general"(%q, %k) <{dot_dimension_numbers = #stablehlo.dot<lhs_batching_dimensions = [0, 2], rhs_batching_dimensions = [0, 2], lhs_contracting_dimensions = [3], rhs_contracting_dimensions = [3]>}> : (tensor<8x128x12x64xf32>, tensor<8x128x12x64xf32>) -> tensor<8x12x128x128xf32>
  %cst_b = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x12x128x128xf32>
  %scaled = "stablehlo.multiply"(%scores, %cst_b) : (tensor<8x12x128x128xf32>, tensor<8x12x128x128xf32>) -> tensor<8x12x128x128xf32>
  %weights_max = "stablehlo.reduce"(%scaled, %cst_1) <{dimensions = array<i64: 3>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.maximum"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x12x128x128xf32>, tensor<f32>) -> tensor<8x12x128xf32>
  %weights_max_b = "stablehlo.broadcast_in_dim"(%weights_max) <{broadcast_dimensions = array<i64: 0, 1, 2>}> : (tensor<8x12x128xf32>) -> tensor<8x12x128x128xf32>
  %weights_exp = "stablehlo.subtract"(%scaled, %weights_max_b) : (tensor<8x12x128x128xf32>, tensor<8x12x128x128xf32>) -> tensor<8x12x128x128xf32>
  %weights_exp_1 = "stablehlo.exponential"(%weights_exp) : (tensor<8x12x128x128xf32>) -> tensor<8x12x128x128xf32>
  %weights_sum = "stablehlo.reduce"(%weights_exp_1, %cst_2) <{dimensions = array<i64: 3>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x12x128x128xf32>, tensor<f32>) -> tensor<8x12x128xf32>
  %weights_sum_b = "stablehlo.broadcast_in_dim"(%weights_sum) <{broadcast_dimensions = array<i64: 0, 1, 2>}> : (tensor<8x12x128xf32>) -> tensor<8x12x128x128xf32>
  %weights = "stablehlo.divide"(%weights_exp_1, %weights_sum_b) : (tensor<8x12x128x128xf32>, tensor<8x12x128x128xf32>) -> tensor<8x12x128x128xf32>
  %context = "stablehlo.dot_general"(%weights, %v) <{dot_dimension_numbers = #stablehlo.dot<lhs_batching_dimensions = [0, 1], rhs_batching_dimensions = [0, 2], lhs_contracting_dimensions = [3], rhs_contracting_dimensions = [1]>}> : (tensor<8x12x128x128xf32>, tensor<8x128x12x64xf32>) -> tensor<8x12x128x64xf32>
  %context_1 = "stablehlo.transpose"(%context) <{permutation = array<i64: 0, 2, 1, 3>}> : (tensor<8x12x128x64xf32>) -> tensor<8x128x12x64xf32>
  %context_flat = "stablehlo.reshape"(%context_1) : (tensor<8x128x12x64xf32>) -> tensor<8x128x768xf32>
  %attention_mm = "stablehlo.dot_general"(%context_flat, %Wo) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [0]>}> : (tensor<8x128x768xf32>, tensor<768x768xf32>) -> tensor<8x128x768xf32>
  %bo_b = "stablehlo.broadcast_in_dim"(%bo) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %attention = "stablehlo.add"(%attention_mm, %bo_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %residual1 = "stablehlo.add"(%x, %attention) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm1_sum = "stablehlo.reduce"(%residual1, %cst_2) <{dimensions = array<i64: 2>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<8x128xf32>
  %norm1_sum_b = "stablehlo.broadcast_in_dim"(%norm1_sum) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %cst_3_b = "stablehlo.broadcast_in_dim"(%cst_3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x768xf32>
  %norm1_centred = "stablehlo.multiply"(%norm1_sum_b, %cst_3_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm1_centred_1 = "stablehlo.subtract"(%residual1, %norm1_centred) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm1_square = "stablehlo.multiply"(%norm1_centred_1, %norm1_centred_1) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm1_spread = "stablehlo.reduce"(%norm1_square, %cst_2) <{dimensions = array<i64: 2>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<8x128xf32>
  %cst_3_b_1 = "stablehlo.broadcast_in_dim"(%cst_3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128xf32>
  %norm1_inverse = "stablehlo.multiply"(%norm1_spread, %cst_3_b_1) : (tensor<8x128xf32>, tensor<8x128xf32>) -> tensor<8x128xf32>
  %cst_4_b = "stablehlo.broadcast_in_dim"(%cst_4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128xf32>
  %norm1_inverse_1 = "stablehlo.add"(%norm1_inverse, %cst_4_b) : (tensor<8x128xf32>, tensor<8x128xf32>) -> tensor<8x128xf32>
  %norm1_inverse_2 = "stablehlo.rsqrt"(%norm1_inverse_1) : (tensor<8x128xf32>) -> tensor<8x128xf32>
  %norm1_inverse_2_b = "stablehlo.broadcast_in_dim"(%norm1_inverse_2) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %norm1_normal = "stablehlo.multiply"(%norm1_centred_1, %norm1_inverse_2_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %gain1_b = "stablehlo.broadcast_in_dim"(%gain1) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %shift1_b = "stablehlo.broadcast_in_dim"(%shift1) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %norm1 = "stablehlo.multiply"(%norm1_normal, %gain1_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm1_1 = "stablehlo.add"(%norm1, %shift1_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %hidden_mm = "stablehlo.dot_general"(%norm1_1, %W1) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [0]>}> : (tensor<8x128x768xf32>, tensor<768x3072xf32>) -> tensor<8x128x3072xf32>
  %b1_b = "stablehlo.broadcast_in_dim"(%b1) <{broadcast_dimensions = array<i64: 2>}> : (tensor<3072xf32>) -> tensor<8x128x3072xf32>
  %hidden = "stablehlo.add"(%hidden_mm, %b1_b) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %cst_5_b = "stablehlo.broadcast_in_dim"(%cst_5) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %cst_6_b = "stablehlo.broadcast_in_dim"(%cst_6) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %gelu_tanh = "stablehlo.multiply"(%hidden, %hidden) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %gelu_tanh_1 = "stablehlo.multiply"(%hidden, %gelu_tanh) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %gelu_tanh_2 = "stablehlo.multiply"(%cst_6_b, %gelu_tanh_1) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %gelu_tanh_3 = "stablehlo.add"(%hidden, %gelu_tanh_2) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %gelu_tanh_4 = "stablehlo.multiply"(%cst_5_b, %gelu_tanh_3) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %gelu_tanh_5 = "stablehlo.tanh"(%gelu_tanh_4) : (tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %cst_7_b = "stablehlo.broadcast_in_dim"(%cst_7) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %gelu = "stablehlo.multiply"(%cst_7_b, %hidden) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %cst_8_b = "stablehlo.broadcast_in_dim"(%cst_8) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %gelu_1 = "stablehlo.add"(%cst_8_b, %gelu_tanh_5) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %gelu_2 = "stablehlo.multiply"(%gelu, %gelu_1) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %output_mm = "stablehlo.dot_general"(%gelu_2, %W2) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [0]>}> : (tensor<8x128x3072xf32>, tensor<3072x768xf32>) -> tensor<8x128x768xf32>
  %b2_b = "stablehlo.broadcast_in_dim"(%b2) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %output = "stablehlo.add"(%output_mm, %b2_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %residual2 = "stablehlo.add"(%norm1_1, %output) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm2_sum = "stablehlo.reduce"(%residual2, %cst_2) <{dimensions = array<i64: 2>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<8x128xf32>
  %norm2_sum_b = "stablehlo.broadcast_in_dim"(%norm2_sum) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %cst_3_b_2 = "stablehlo.broadcast_in_dim"(%cst_3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x768xf32>
  %norm2_centred = "stablehlo.multiply"(%norm2_sum_b, %cst_3_b_2) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm2_centred_1 = "stablehlo.subtract"(%residual2, %norm2_centred) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm2_square = "stablehlo.multiply"(%norm2_centred_1, %norm2_centred_1) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm2_spread = "stablehlo.reduce"(%norm2_square, %cst_2) <{dimensions = array<i64: 2>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<8x128xf32>
  %cst_3_b_3 = "stablehlo.broadcast_in_dim"(%cst_3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128xf32>
  %norm2_inverse = "stablehlo.multiply"(%norm2_spread, %cst_3_b_3) : (tensor<8x128xf32>, tensor<8x128xf32>) -> tensor<8x128xf32>
  %cst_4_b_1 = "stablehlo.broadcast_in_dim"(%cst_4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128xf32>
  %norm2_inverse_1 = "stablehlo.add"(%norm2_inverse, %cst_4_b_1) : (tensor<8x128xf32>, tensor<8x128xf32>) -> tensor<8x128xf32>
  %norm2_inverse_2 = "stablehlo.rsqrt"(%norm2_inverse_1) : (tensor<8x128xf32>) -> tensor<8x128xf32>
  %norm2_inverse_2_b = "stablehlo.broadcast_in_dim"(%norm2_inverse_2) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %norm2_normal = "stablehlo.multiply"(%norm2_centred_1, %norm2_inverse_2_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %gain2_b = "stablehlo.broadcast_in_dim"(%gain2) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %shift2_b = "stablehlo.broadcast_in_dim"(%shift2) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %norm2 = "stablehlo.multiply"(%norm2_normal, %gain2_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %norm2_1 = "stablehlo.add"(%norm2, %shift2_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %error = "stablehlo.subtract"(%norm2_1, %target) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %square = "stablehlo.multiply"(%error, %error) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %total = "stablehlo.reduce"(%square, %cst_2) <{dimensions = array<i64: 0, 1, 2>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<f32>
  %loss = "stablehlo.multiply"(%total, %cst_9) : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %cst_10_b = "stablehlo.broadcast_in_dim"(%cst_10) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x768xf32>
  %d_y = "stablehlo.multiply"(%error, %cst_10_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_shift2 = "stablehlo.reduce"(%d_y, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<768xf32>
  %d_norm2_product = "stablehlo.multiply"(%d_y, %norm2_normal) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_gain2 = "stablehlo.reduce"(%d_norm2_product, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<768xf32>
  %gain2_b_1 = "stablehlo.broadcast_in_dim"(%gain2) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %d_norm2_scaled = "stablehlo.multiply"(%d_y, %gain2_b_1) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_norm2_mean = "stablehlo.reduce"(%d_norm2_scaled, %cst_2) <{dimensions = array<i64: 2>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<8x128xf32>
  %d_norm2_along = "stablehlo.multiply"(%d_norm2_scaled, %norm2_normal) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_norm2_dot = "stablehlo.reduce"(%d_norm2_along, %cst_2) <{dimensions = array<i64: 2>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<8x128xf32>
  %norm2_inverse_2_b_1 = "stablehlo.broadcast_in_dim"(%norm2_inverse_2) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %d_norm2_mean_b = "stablehlo.broadcast_in_dim"(%d_norm2_mean) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %d_norm2_dot_b = "stablehlo.broadcast_in_dim"(%d_norm2_dot) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %cst_3_b_4 = "stablehlo.broadcast_in_dim"(%cst_3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x768xf32>
  %d_residual2 = "stablehlo.multiply"(%norm2_normal, %d_norm2_dot_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_residual2_1 = "stablehlo.add"(%d_norm2_mean_b, %d_residual2) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_residual2_2 = "stablehlo.multiply"(%cst_3_b_4, %d_residual2_1) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_residual2_3 = "stablehlo.subtract"(%d_norm2_scaled, %d_residual2_2) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_residual2_4 = "stablehlo.multiply"(%norm2_inverse_2_b_1, %d_residual2_3) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_b2 = "stablehlo.reduce"(%d_residual2_4, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<768xf32>
  %d_W2 = "stablehlo.dot_general"(%gelu_2, %d_residual2_4) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0, 1], rhs_contracting_dimensions = [0, 1]>}> : (tensor<8x128x3072xf32>, tensor<8x128x768xf32>) -> tensor<3072x768xf32>
  %d_gelu_2 = "stablehlo.dot_general"(%d_residual2_4, %W2) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [1]>}> : (tensor<8x128x768xf32>, tensor<3072x768xf32>) -> tensor<8x128x3072xf32>
  %cst_5_b_1 = "stablehlo.broadcast_in_dim"(%cst_5) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %cst_8_b_1 = "stablehlo.broadcast_in_dim"(%cst_8) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %cst_11_b = "stablehlo.broadcast_in_dim"(%cst_11) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %d_hidden = "stablehlo.multiply"(%hidden, %hidden) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_hidden_1 = "stablehlo.multiply"(%cst_11_b, %d_hidden) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_hidden_2 = "stablehlo.add"(%cst_8_b_1, %d_hidden_1) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_hidden_3 = "stablehlo.multiply"(%cst_5_b_1, %d_hidden_2) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %cst_8_b_2 = "stablehlo.broadcast_in_dim"(%cst_8) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %d_hidden_4 = "stablehlo.multiply"(%gelu_tanh_5, %gelu_tanh_5) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_hidden_5 = "stablehlo.subtract"(%cst_8_b_2, %d_hidden_4) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_hidden_6 = "stablehlo.multiply"(%d_hidden_5, %d_hidden_3) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %cst_7_b_1 = "stablehlo.broadcast_in_dim"(%cst_7) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %cst_8_b_3 = "stablehlo.broadcast_in_dim"(%cst_8) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x3072xf32>
  %d_hidden_7 = "stablehlo.add"(%cst_8_b_3, %gelu_tanh_5) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_hidden_8 = "stablehlo.multiply"(%hidden, %d_hidden_6) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_hidden_9 = "stablehlo.add"(%d_hidden_7, %d_hidden_8) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_hidden_10 = "stablehlo.multiply"(%cst_7_b_1, %d_hidden_9) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_hidden_11 = "stablehlo.multiply"(%d_gelu_2, %d_hidden_10) : (tensor<8x128x3072xf32>, tensor<8x128x3072xf32>) -> tensor<8x128x3072xf32>
  %d_b1 = "stablehlo.reduce"(%d_hidden_11, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x3072xf32>, tensor<f32>) -> tensor<3072xf32>
  %d_W1 = "stablehlo.dot_general"(%norm1_1, %d_hidden_11) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0, 1], rhs_contracting_dimensions = [0, 1]>}> : (tensor<8x128x768xf32>, tensor<8x128x3072xf32>) -> tensor<768x3072xf32>
  %d_norm1_1 = "stablehlo.dot_general"(%d_hidden_11, %W1) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [1]>}> : (tensor<8x128x3072xf32>, tensor<768x3072xf32>) -> tensor<8x128x768xf32>
  %d_norm1_1_sum = "stablehlo.add"(%d_residual2_4, %d_norm1_1) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_shift1 = "stablehlo.reduce"(%d_norm1_1_sum, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<768xf32>
  %d_norm1_product = "stablehlo.multiply"(%d_norm1_1_sum, %norm1_normal) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_gain1 = "stablehlo.reduce"(%d_norm1_product, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<768xf32>
  %gain1_b_1 = "stablehlo.broadcast_in_dim"(%gain1) <{broadcast_dimensions = array<i64: 2>}> : (tensor<768xf32>) -> tensor<8x128x768xf32>
  %d_norm1_scaled = "stablehlo.multiply"(%d_norm1_1_sum, %gain1_b_1) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_norm1_mean = "stablehlo.reduce"(%d_norm1_scaled, %cst_2) <{dimensions = array<i64: 2>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<8x128xf32>
  %d_norm1_along = "stablehlo.multiply"(%d_norm1_scaled, %norm1_normal) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_norm1_dot = "stablehlo.reduce"(%d_norm1_along, %cst_2) <{dimensions = array<i64: 2>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<8x128xf32>
  %norm1_inverse_2_b_1 = "stablehlo.broadcast_in_dim"(%norm1_inverse_2) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %d_norm1_mean_b = "stablehlo.broadcast_in_dim"(%d_norm1_mean) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %d_norm1_dot_b = "stablehlo.broadcast_in_dim"(%d_norm1_dot) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<8x128xf32>) -> tensor<8x128x768xf32>
  %cst_3_b_5 = "stablehlo.broadcast_in_dim"(%cst_3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x128x768xf32>
  %d_residual1 = "stablehlo.multiply"(%norm1_normal, %d_norm1_dot_b) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_residual1_1 = "stablehlo.add"(%d_norm1_mean_b, %d_residual1) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_residual1_2 = "stablehlo.multiply"(%cst_3_b_5, %d_residual1_1) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_residual1_3 = "stablehlo.subtract"(%d_norm1_scaled, %d_residual1_2) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_residual1_4 = "stablehlo.multiply"(%norm1_inverse_2_b_1, %d_residual1_3) : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<8x128x768xf32>
  %d_bo = "stablehlo.reduce"(%d_residual1_4, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<768xf32>
  %d_Wo = "stablehlo.dot_general"(%context_flat, %d_residual1_4) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0, 1], rhs_contracting_dimensions = [0, 1]>}> : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<768x768xf32>
  %d_context_flat = "stablehlo.dot_general"(%d_residual1_4, %Wo) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [1]>}> : (tensor<8x128x768xf32>, tensor<768x768xf32>) -> tensor<8x128x768xf32>
  %d_context_1 = "stablehlo.reshape"(%d_context_flat) : (tensor<8x128x768xf32>) -> tensor<8x128x12x64xf32>
  %d_v = "stablehlo.dot_general"(%weights, %d_context_1) <{dot_dimension_numbers = #stablehlo.dot<lhs_batching_dimensions = [0, 1], rhs_batching_dimensions = [0, 2], lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [1]>}> : (tensor<8x12x128x128xf32>, tensor<8x128x12x64xf32>) -> tensor<8x12x128x64xf32>
  %d_v_1 = "stablehlo.transpose"(%d_v) <{permutation = array<i64: 0, 2, 1, 3>}> : (tensor<8x12x128x64xf32>) -> tensor<8x128x12x64xf32>
  %d_weights = "stablehlo.dot_general"(%d_context_1, %v) <{dot_dimension_numbers = #stablehlo.dot<lhs_batching_dimensions = [0, 2], rhs_batching_dimensions = [0, 2], lhs_contracting_dimensions = [3], rhs_contracting_dimensions = [3]>}> : (tensor<8x128x12x64xf32>, tensor<8x128x12x64xf32>) -> tensor<8x12x128x128xf32>
  %d_weights_product = "stablehlo.multiply"(%d_weights, %weights) : (tensor<8x12x128x128xf32>, tensor<8x12x128x128xf32>) -> tensor<8x12x128x128xf32>
  %d_weights_dot = "stablehlo.reduce"(%d_weights_product, %cst_2) <{dimensions = array<i64: 3>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x12x128x128xf32>, tensor<f32>) -> tensor<8x12x128xf32>
  %d_weights_dot_b = "stablehlo.broadcast_in_dim"(%d_weights_dot) <{broadcast_dimensions = array<i64: 0, 1, 2>}> : (tensor<8x12x128xf32>) -> tensor<8x12x128x128xf32>
  %d_scaled = "stablehlo.subtract"(%d_weights, %d_weights_dot_b) : (tensor<8x12x128x128xf32>, tensor<8x12x128x128xf32>) -> tensor<8x12x128x128xf32>
  %d_scaled_1 = "stablehlo.multiply"(%weights, %d_scaled) : (tensor<8x12x128x128xf32>, tensor<8x12x128x128xf32>) -> tensor<8x12x128x128xf32>
  %cst_b_1 = "stablehlo.broadcast_in_dim"(%cst) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8x12x128x128xf32>
  %d_scores = "stablehlo.multiply"(%d_scaled_1, %cst_b_1) : (tensor<8x12x128x128xf32>, tensor<8x12x128x128xf32>) -> tensor<8x12x128x128xf32>
  %d_k = "stablehlo.dot_general"(%q, %d_scores) <{dot_dimension_numbers = #stablehlo.dot<lhs_batching_dimensions = [0, 2], rhs_batching_dimensions = [0, 1], lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [2]>}> : (tensor<8x128x12x64xf32>, tensor<8x12x128x128xf32>) -> tensor<8x12x64x128xf32>
  %d_k_1 = "stablehlo.transpose"(%d_k) <{permutation = array<i64: 0, 3, 1, 2>}> : (tensor<8x12x64x128xf32>) -> tensor<8x128x12x64xf32>
  %d_q = "stablehlo.dot_general"(%d_scores, %k) <{dot_dimension_numbers = #stablehlo.dot<lhs_batching_dimensions = [0, 1], rhs_batching_dimensions = [0, 2], lhs_contracting_dimensions = [3], rhs_contracting_dimensions = [1]>}> : (tensor<8x12x128x128xf32>, tensor<8x128x12x64xf32>) -> tensor<8x12x128x64xf32>
  %d_q_1 = "stablehlo.transpose"(%d_q) <{permutation = array<i64: 0, 2, 1, 3>}> : (tensor<8x12x128x64xf32>) -> tensor<8x128x12x64xf32>
  %d_v_flat = "stablehlo.reshape"(%d_v_1) : (tensor<8x128x12x64xf32>) -> tensor<8x128x768xf32>
  %d_bv = "stablehlo.reduce"(%d_v_flat, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<768xf32>
  %d_Wv = "stablehlo.dot_general"(%x, %d_v_flat) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0, 1], rhs_contracting_dimensions = [0, 1]>}> : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<768x768xf32>
  %d_k_flat = "stablehlo.reshape"(%d_k_1) : (tensor<8x128x12x64xf32>) -> tensor<8x128x768xf32>
  %d_bk = "stablehlo.reduce"(%d_k_flat, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<768xf32>
  %d_Wk = "stablehlo.dot_general"(%x, %d_k_flat) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0, 1], rhs_contracting_dimensions = [0, 1]>}> : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<768x768xf32>
  %d_q_flat = "stablehlo.reshape"(%d_q_1) : (tensor<8x128x12x64xf32>) -> tensor<8x128x768xf32>
  %d_bq = "stablehlo.reduce"(%d_q_flat, %cst_2) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%l: tensor<f32>, %r: tensor<f32>):
    %c = "stablehlo.add"(%l, %r) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%c) : (tensor<f32>) -> ()
  }) : (tensor<8x128x768xf32>, tensor<f32>) -> tensor<768xf32>
  %d_Wq = "stablehlo.dot_general"(%x, %d_q_flat) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0, 1], rhs_contracting_dimensions = [0, 1]>}> : (tensor<8x128x768xf32>, tensor<8x128x768xf32>) -> tensor<768x768xf32>
  %cst_12_b = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_new_Wq = "stablehlo.multiply"(%cst_12_b, %m_Wq) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_13_b = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_new_Wq_1 = "stablehlo.multiply"(%cst_13_b, %d_Wq) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %m_new_Wq_2 = "stablehlo.add"(%m_new_Wq, %m_new_Wq_1) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_12_b_1 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_bq = "stablehlo.multiply"(%cst_12_b_1, %m_bq) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_13_b_1 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_bq_1 = "stablehlo.multiply"(%cst_13_b_1, %d_bq) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %m_new_bq_2 = "stablehlo.add"(%m_new_bq, %m_new_bq_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_12_b_2 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_new_Wk = "stablehlo.multiply"(%cst_12_b_2, %m_Wk) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_13_b_2 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_new_Wk_1 = "stablehlo.multiply"(%cst_13_b_2, %d_Wk) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %m_new_Wk_2 = "stablehlo.add"(%m_new_Wk, %m_new_Wk_1) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_12_b_3 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_bk = "stablehlo.multiply"(%cst_12_b_3, %m_bk) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_13_b_3 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_bk_1 = "stablehlo.multiply"(%cst_13_b_3, %d_bk) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %m_new_bk_2 = "stablehlo.add"(%m_new_bk, %m_new_bk_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_12_b_4 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_new_Wv = "stablehlo.multiply"(%cst_12_b_4, %m_Wv) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_13_b_4 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_new_Wv_1 = "stablehlo.multiply"(%cst_13_b_4, %d_Wv) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %m_new_Wv_2 = "stablehlo.add"(%m_new_Wv, %m_new_Wv_1) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_12_b_5 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_bv = "stablehlo.multiply"(%cst_12_b_5, %m_bv) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_13_b_5 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_bv_1 = "stablehlo.multiply"(%cst_13_b_5, %d_bv) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %m_new_bv_2 = "stablehlo.add"(%m_new_bv, %m_new_bv_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_12_b_6 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_new_Wo = "stablehlo.multiply"(%cst_12_b_6, %m_Wo) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_13_b_6 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_new_Wo_1 = "stablehlo.multiply"(%cst_13_b_6, %d_Wo) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %m_new_Wo_2 = "stablehlo.add"(%m_new_Wo, %m_new_Wo_1) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_12_b_7 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_bo = "stablehlo.multiply"(%cst_12_b_7, %m_bo) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_13_b_7 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_bo_1 = "stablehlo.multiply"(%cst_13_b_7, %d_bo) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %m_new_bo_2 = "stablehlo.add"(%m_new_bo, %m_new_bo_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_12_b_8 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_gain1 = "stablehlo.multiply"(%cst_12_b_8, %m_gain1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_13_b_8 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_gain1_1 = "stablehlo.multiply"(%cst_13_b_8, %d_gain1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %m_new_gain1_2 = "stablehlo.add"(%m_new_gain1, %m_new_gain1_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_12_b_9 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_shift1 = "stablehlo.multiply"(%cst_12_b_9, %m_shift1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_13_b_9 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_shift1_1 = "stablehlo.multiply"(%cst_13_b_9, %d_shift1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %m_new_shift1_2 = "stablehlo.add"(%m_new_shift1, %m_new_shift1_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_12_b_10 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x3072xf32>
  %m_new_W1 = "stablehlo.multiply"(%cst_12_b_10, %m_W1) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %cst_13_b_10 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x3072xf32>
  %m_new_W1_1 = "stablehlo.multiply"(%cst_13_b_10, %d_W1) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %m_new_W1_2 = "stablehlo.add"(%m_new_W1, %m_new_W1_1) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %cst_12_b_11 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072xf32>
  %m_new_b1 = "stablehlo.multiply"(%cst_12_b_11, %m_b1) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %cst_13_b_11 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072xf32>
  %m_new_b1_1 = "stablehlo.multiply"(%cst_13_b_11, %d_b1) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %m_new_b1_2 = "stablehlo.add"(%m_new_b1, %m_new_b1_1) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %cst_12_b_12 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072x768xf32>
  %m_new_W2 = "stablehlo.multiply"(%cst_12_b_12, %m_W2) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %cst_13_b_12 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072x768xf32>
  %m_new_W2_1 = "stablehlo.multiply"(%cst_13_b_12, %d_W2) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %m_new_W2_2 = "stablehlo.add"(%m_new_W2, %m_new_W2_1) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %cst_12_b_13 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_b2 = "stablehlo.multiply"(%cst_12_b_13, %m_b2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_13_b_13 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_b2_1 = "stablehlo.multiply"(%cst_13_b_13, %d_b2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %m_new_b2_2 = "stablehlo.add"(%m_new_b2, %m_new_b2_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_12_b_14 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_gain2 = "stablehlo.multiply"(%cst_12_b_14, %m_gain2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_13_b_14 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_gain2_1 = "stablehlo.multiply"(%cst_13_b_14, %d_gain2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %m_new_gain2_2 = "stablehlo.add"(%m_new_gain2, %m_new_gain2_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_12_b_15 = "stablehlo.broadcast_in_dim"(%cst_12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_shift2 = "stablehlo.multiply"(%cst_12_b_15, %m_shift2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_13_b_15 = "stablehlo.broadcast_in_dim"(%cst_13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_new_shift2_1 = "stablehlo.multiply"(%cst_13_b_15, %d_shift2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %m_new_shift2_2 = "stablehlo.add"(%m_new_shift2, %m_new_shift2_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_14_b = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_new_Wq = "stablehlo.multiply"(%cst_14_b, %v_Wq) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_15_b = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_new_Wq_1 = "stablehlo.multiply"(%d_Wq, %d_Wq) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %v_new_Wq_2 = "stablehlo.multiply"(%cst_15_b, %v_new_Wq_1) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %v_new_Wq_3 = "stablehlo.add"(%v_new_Wq, %v_new_Wq_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_14_b_1 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_bq = "stablehlo.multiply"(%cst_14_b_1, %v_bq) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_1 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_bq_1 = "stablehlo.multiply"(%d_bq, %d_bq) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_bq_2 = "stablehlo.multiply"(%cst_15_b_1, %v_new_bq_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_bq_3 = "stablehlo.add"(%v_new_bq, %v_new_bq_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_14_b_2 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_new_Wk = "stablehlo.multiply"(%cst_14_b_2, %v_Wk) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_15_b_2 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_new_Wk_1 = "stablehlo.multiply"(%d_Wk, %d_Wk) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %v_new_Wk_2 = "stablehlo.multiply"(%cst_15_b_2, %v_new_Wk_1) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %v_new_Wk_3 = "stablehlo.add"(%v_new_Wk, %v_new_Wk_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_14_b_3 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_bk = "stablehlo.multiply"(%cst_14_b_3, %v_bk) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_3 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_bk_1 = "stablehlo.multiply"(%d_bk, %d_bk) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_bk_2 = "stablehlo.multiply"(%cst_15_b_3, %v_new_bk_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_bk_3 = "stablehlo.add"(%v_new_bk, %v_new_bk_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_14_b_4 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_new_Wv = "stablehlo.multiply"(%cst_14_b_4, %v_Wv) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_15_b_4 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_new_Wv_1 = "stablehlo.multiply"(%d_Wv, %d_Wv) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %v_new_Wv_2 = "stablehlo.multiply"(%cst_15_b_4, %v_new_Wv_1) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %v_new_Wv_3 = "stablehlo.add"(%v_new_Wv, %v_new_Wv_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_14_b_5 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_bv = "stablehlo.multiply"(%cst_14_b_5, %v_bv) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_5 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_bv_1 = "stablehlo.multiply"(%d_bv, %d_bv) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_bv_2 = "stablehlo.multiply"(%cst_15_b_5, %v_new_bv_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_bv_3 = "stablehlo.add"(%v_new_bv, %v_new_bv_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_14_b_6 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_new_Wo = "stablehlo.multiply"(%cst_14_b_6, %v_Wo) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_15_b_6 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_new_Wo_1 = "stablehlo.multiply"(%d_Wo, %d_Wo) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %v_new_Wo_2 = "stablehlo.multiply"(%cst_15_b_6, %v_new_Wo_1) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %v_new_Wo_3 = "stablehlo.add"(%v_new_Wo, %v_new_Wo_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_14_b_7 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_bo = "stablehlo.multiply"(%cst_14_b_7, %v_bo) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_7 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_bo_1 = "stablehlo.multiply"(%d_bo, %d_bo) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_bo_2 = "stablehlo.multiply"(%cst_15_b_7, %v_new_bo_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_bo_3 = "stablehlo.add"(%v_new_bo, %v_new_bo_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_14_b_8 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_gain1 = "stablehlo.multiply"(%cst_14_b_8, %v_gain1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_8 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_gain1_1 = "stablehlo.multiply"(%d_gain1, %d_gain1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_gain1_2 = "stablehlo.multiply"(%cst_15_b_8, %v_new_gain1_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_gain1_3 = "stablehlo.add"(%v_new_gain1, %v_new_gain1_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_14_b_9 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_shift1 = "stablehlo.multiply"(%cst_14_b_9, %v_shift1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_9 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_shift1_1 = "stablehlo.multiply"(%d_shift1, %d_shift1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_shift1_2 = "stablehlo.multiply"(%cst_15_b_9, %v_new_shift1_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_shift1_3 = "stablehlo.add"(%v_new_shift1, %v_new_shift1_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_14_b_10 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x3072xf32>
  %v_new_W1 = "stablehlo.multiply"(%cst_14_b_10, %v_W1) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %cst_15_b_10 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x3072xf32>
  %v_new_W1_1 = "stablehlo.multiply"(%d_W1, %d_W1) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %v_new_W1_2 = "stablehlo.multiply"(%cst_15_b_10, %v_new_W1_1) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %v_new_W1_3 = "stablehlo.add"(%v_new_W1, %v_new_W1_2) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %cst_14_b_11 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072xf32>
  %v_new_b1 = "stablehlo.multiply"(%cst_14_b_11, %v_b1) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %cst_15_b_11 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072xf32>
  %v_new_b1_1 = "stablehlo.multiply"(%d_b1, %d_b1) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %v_new_b1_2 = "stablehlo.multiply"(%cst_15_b_11, %v_new_b1_1) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %v_new_b1_3 = "stablehlo.add"(%v_new_b1, %v_new_b1_2) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %cst_14_b_12 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072x768xf32>
  %v_new_W2 = "stablehlo.multiply"(%cst_14_b_12, %v_W2) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %cst_15_b_12 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072x768xf32>
  %v_new_W2_1 = "stablehlo.multiply"(%d_W2, %d_W2) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %v_new_W2_2 = "stablehlo.multiply"(%cst_15_b_12, %v_new_W2_1) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %v_new_W2_3 = "stablehlo.add"(%v_new_W2, %v_new_W2_2) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %cst_14_b_13 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_b2 = "stablehlo.multiply"(%cst_14_b_13, %v_b2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_13 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_b2_1 = "stablehlo.multiply"(%d_b2, %d_b2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_b2_2 = "stablehlo.multiply"(%cst_15_b_13, %v_new_b2_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_b2_3 = "stablehlo.add"(%v_new_b2, %v_new_b2_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_14_b_14 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_gain2 = "stablehlo.multiply"(%cst_14_b_14, %v_gain2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_14 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_gain2_1 = "stablehlo.multiply"(%d_gain2, %d_gain2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_gain2_2 = "stablehlo.multiply"(%cst_15_b_14, %v_new_gain2_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_gain2_3 = "stablehlo.add"(%v_new_gain2, %v_new_gain2_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_14_b_15 = "stablehlo.broadcast_in_dim"(%cst_14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_shift2 = "stablehlo.multiply"(%cst_14_b_15, %v_shift2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_15 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_new_shift2_1 = "stablehlo.multiply"(%d_shift2, %d_shift2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_shift2_2 = "stablehlo.multiply"(%cst_15_b_15, %v_new_shift2_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %v_new_shift2_3 = "stablehlo.add"(%v_new_shift2, %v_new_shift2_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_16_b = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_hat_Wq = "stablehlo.multiply"(%m_new_Wq_2, %cst_16_b) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_16_b_1 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_hat_bq = "stablehlo.multiply"(%m_new_bq_2, %cst_16_b_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_16_b_2 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_hat_Wk = "stablehlo.multiply"(%m_new_Wk_2, %cst_16_b_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_16_b_3 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_hat_bk = "stablehlo.multiply"(%m_new_bk_2, %cst_16_b_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_16_b_4 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_hat_Wv = "stablehlo.multiply"(%m_new_Wv_2, %cst_16_b_4) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_16_b_5 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_hat_bv = "stablehlo.multiply"(%m_new_bv_2, %cst_16_b_5) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_16_b_6 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %m_hat_Wo = "stablehlo.multiply"(%m_new_Wo_2, %cst_16_b_6) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_16_b_7 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_hat_bo = "stablehlo.multiply"(%m_new_bo_2, %cst_16_b_7) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_16_b_8 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_hat_gain1 = "stablehlo.multiply"(%m_new_gain1_2, %cst_16_b_8) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_16_b_9 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_hat_shift1 = "stablehlo.multiply"(%m_new_shift1_2, %cst_16_b_9) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_16_b_10 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x3072xf32>
  %m_hat_W1 = "stablehlo.multiply"(%m_new_W1_2, %cst_16_b_10) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %cst_16_b_11 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072xf32>
  %m_hat_b1 = "stablehlo.multiply"(%m_new_b1_2, %cst_16_b_11) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %cst_16_b_12 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072x768xf32>
  %m_hat_W2 = "stablehlo.multiply"(%m_new_W2_2, %cst_16_b_12) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %cst_16_b_13 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_hat_b2 = "stablehlo.multiply"(%m_new_b2_2, %cst_16_b_13) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_16_b_14 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_hat_gain2 = "stablehlo.multiply"(%m_new_gain2_2, %cst_16_b_14) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_16_b_15 = "stablehlo.broadcast_in_dim"(%cst_16) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %m_hat_shift2 = "stablehlo.multiply"(%m_new_shift2_2, %cst_16_b_15) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_17_b = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_hat_Wq = "stablehlo.multiply"(%v_new_Wq_3, %cst_17_b) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_17_b_1 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_hat_bq = "stablehlo.multiply"(%v_new_bq_3, %cst_17_b_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_17_b_2 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_hat_Wk = "stablehlo.multiply"(%v_new_Wk_3, %cst_17_b_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_17_b_3 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_hat_bk = "stablehlo.multiply"(%v_new_bk_3, %cst_17_b_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_17_b_4 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_hat_Wv = "stablehlo.multiply"(%v_new_Wv_3, %cst_17_b_4) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_17_b_5 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_hat_bv = "stablehlo.multiply"(%v_new_bv_3, %cst_17_b_5) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_17_b_6 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %v_hat_Wo = "stablehlo.multiply"(%v_new_Wo_3, %cst_17_b_6) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_17_b_7 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_hat_bo = "stablehlo.multiply"(%v_new_bo_3, %cst_17_b_7) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_17_b_8 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_hat_gain1 = "stablehlo.multiply"(%v_new_gain1_3, %cst_17_b_8) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_17_b_9 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_hat_shift1 = "stablehlo.multiply"(%v_new_shift1_3, %cst_17_b_9) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_17_b_10 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x3072xf32>
  %v_hat_W1 = "stablehlo.multiply"(%v_new_W1_3, %cst_17_b_10) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %cst_17_b_11 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072xf32>
  %v_hat_b1 = "stablehlo.multiply"(%v_new_b1_3, %cst_17_b_11) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %cst_17_b_12 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072x768xf32>
  %v_hat_W2 = "stablehlo.multiply"(%v_new_W2_3, %cst_17_b_12) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %cst_17_b_13 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_hat_b2 = "stablehlo.multiply"(%v_new_b2_3, %cst_17_b_13) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_17_b_14 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_hat_gain2 = "stablehlo.multiply"(%v_new_gain2_3, %cst_17_b_14) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_17_b_15 = "stablehlo.broadcast_in_dim"(%cst_17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %v_hat_shift2 = "stablehlo.multiply"(%v_new_shift2_3, %cst_17_b_15) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_16 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %update_Wq = "stablehlo.multiply"(%cst_15_b_16, %m_hat_Wq) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %update_Wq_1 = "stablehlo.sqrt"(%v_hat_Wq) : (tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_18_b = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %update_Wq_2 = "stablehlo.add"(%update_Wq_1, %cst_18_b) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %update_Wq_3 = "stablehlo.divide"(%update_Wq, %update_Wq_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_15_b_17 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_bq = "stablehlo.multiply"(%cst_15_b_17, %m_hat_bq) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_bq_1 = "stablehlo.sqrt"(%v_hat_bq) : (tensor<768xf32>) -> tensor<768xf32>
  %cst_18_b_1 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_bq_2 = "stablehlo.add"(%update_bq_1, %cst_18_b_1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_bq_3 = "stablehlo.divide"(%update_bq, %update_bq_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_18 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %update_Wk = "stablehlo.multiply"(%cst_15_b_18, %m_hat_Wk) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %update_Wk_1 = "stablehlo.sqrt"(%v_hat_Wk) : (tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_18_b_2 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %update_Wk_2 = "stablehlo.add"(%update_Wk_1, %cst_18_b_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %update_Wk_3 = "stablehlo.divide"(%update_Wk, %update_Wk_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_15_b_19 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_bk = "stablehlo.multiply"(%cst_15_b_19, %m_hat_bk) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_bk_1 = "stablehlo.sqrt"(%v_hat_bk) : (tensor<768xf32>) -> tensor<768xf32>
  %cst_18_b_3 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_bk_2 = "stablehlo.add"(%update_bk_1, %cst_18_b_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_bk_3 = "stablehlo.divide"(%update_bk, %update_bk_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_20 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %update_Wv = "stablehlo.multiply"(%cst_15_b_20, %m_hat_Wv) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %update_Wv_1 = "stablehlo.sqrt"(%v_hat_Wv) : (tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_18_b_4 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %update_Wv_2 = "stablehlo.add"(%update_Wv_1, %cst_18_b_4) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %update_Wv_3 = "stablehlo.divide"(%update_Wv, %update_Wv_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_15_b_21 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_bv = "stablehlo.multiply"(%cst_15_b_21, %m_hat_bv) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_bv_1 = "stablehlo.sqrt"(%v_hat_bv) : (tensor<768xf32>) -> tensor<768xf32>
  %cst_18_b_5 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_bv_2 = "stablehlo.add"(%update_bv_1, %cst_18_b_5) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_bv_3 = "stablehlo.divide"(%update_bv, %update_bv_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_22 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %update_Wo = "stablehlo.multiply"(%cst_15_b_22, %m_hat_Wo) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %update_Wo_1 = "stablehlo.sqrt"(%v_hat_Wo) : (tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_18_b_6 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x768xf32>
  %update_Wo_2 = "stablehlo.add"(%update_Wo_1, %cst_18_b_6) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %update_Wo_3 = "stablehlo.divide"(%update_Wo, %update_Wo_2) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %cst_15_b_23 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_bo = "stablehlo.multiply"(%cst_15_b_23, %m_hat_bo) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_bo_1 = "stablehlo.sqrt"(%v_hat_bo) : (tensor<768xf32>) -> tensor<768xf32>
  %cst_18_b_7 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_bo_2 = "stablehlo.add"(%update_bo_1, %cst_18_b_7) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_bo_3 = "stablehlo.divide"(%update_bo, %update_bo_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_24 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_gain1 = "stablehlo.multiply"(%cst_15_b_24, %m_hat_gain1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_gain1_1 = "stablehlo.sqrt"(%v_hat_gain1) : (tensor<768xf32>) -> tensor<768xf32>
  %cst_18_b_8 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_gain1_2 = "stablehlo.add"(%update_gain1_1, %cst_18_b_8) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_gain1_3 = "stablehlo.divide"(%update_gain1, %update_gain1_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_25 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_shift1 = "stablehlo.multiply"(%cst_15_b_25, %m_hat_shift1) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_shift1_1 = "stablehlo.sqrt"(%v_hat_shift1) : (tensor<768xf32>) -> tensor<768xf32>
  %cst_18_b_9 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_shift1_2 = "stablehlo.add"(%update_shift1_1, %cst_18_b_9) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_shift1_3 = "stablehlo.divide"(%update_shift1, %update_shift1_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_26 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x3072xf32>
  %update_W1 = "stablehlo.multiply"(%cst_15_b_26, %m_hat_W1) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %update_W1_1 = "stablehlo.sqrt"(%v_hat_W1) : (tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %cst_18_b_10 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768x3072xf32>
  %update_W1_2 = "stablehlo.add"(%update_W1_1, %cst_18_b_10) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %update_W1_3 = "stablehlo.divide"(%update_W1, %update_W1_2) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %cst_15_b_27 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072xf32>
  %update_b1 = "stablehlo.multiply"(%cst_15_b_27, %m_hat_b1) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %update_b1_1 = "stablehlo.sqrt"(%v_hat_b1) : (tensor<3072xf32>) -> tensor<3072xf32>
  %cst_18_b_11 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072xf32>
  %update_b1_2 = "stablehlo.add"(%update_b1_1, %cst_18_b_11) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %update_b1_3 = "stablehlo.divide"(%update_b1, %update_b1_2) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %cst_15_b_28 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072x768xf32>
  %update_W2 = "stablehlo.multiply"(%cst_15_b_28, %m_hat_W2) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %update_W2_1 = "stablehlo.sqrt"(%v_hat_W2) : (tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %cst_18_b_12 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<3072x768xf32>
  %update_W2_2 = "stablehlo.add"(%update_W2_1, %cst_18_b_12) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %update_W2_3 = "stablehlo.divide"(%update_W2, %update_W2_2) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %cst_15_b_29 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_b2 = "stablehlo.multiply"(%cst_15_b_29, %m_hat_b2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_b2_1 = "stablehlo.sqrt"(%v_hat_b2) : (tensor<768xf32>) -> tensor<768xf32>
  %cst_18_b_13 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_b2_2 = "stablehlo.add"(%update_b2_1, %cst_18_b_13) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_b2_3 = "stablehlo.divide"(%update_b2, %update_b2_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_30 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_gain2 = "stablehlo.multiply"(%cst_15_b_30, %m_hat_gain2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_gain2_1 = "stablehlo.sqrt"(%v_hat_gain2) : (tensor<768xf32>) -> tensor<768xf32>
  %cst_18_b_14 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_gain2_2 = "stablehlo.add"(%update_gain2_1, %cst_18_b_14) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_gain2_3 = "stablehlo.divide"(%update_gain2, %update_gain2_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %cst_15_b_31 = "stablehlo.broadcast_in_dim"(%cst_15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_shift2 = "stablehlo.multiply"(%cst_15_b_31, %m_hat_shift2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_shift2_1 = "stablehlo.sqrt"(%v_hat_shift2) : (tensor<768xf32>) -> tensor<768xf32>
  %cst_18_b_15 = "stablehlo.broadcast_in_dim"(%cst_18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<768xf32>
  %update_shift2_2 = "stablehlo.add"(%update_shift2_1, %cst_18_b_15) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %update_shift2_3 = "stablehlo.divide"(%update_shift2, %update_shift2_2) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %new_Wq = "stablehlo.subtract"(%Wq, %update_Wq_3) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %new_bq = "stablehlo.subtract"(%bq, %update_bq_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %new_Wk = "stablehlo.subtract"(%Wk, %update_Wk_3) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %new_bk = "stablehlo.subtract"(%bk, %update_bk_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %new_Wv = "stablehlo.subtract"(%Wv, %update_Wv_3) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %new_bv = "stablehlo.subtract"(%bv, %update_bv_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %new_Wo = "stablehlo.subtract"(%Wo, %update_Wo_3) : (tensor<768x768xf32>, tensor<768x768xf32>) -> tensor<768x768xf32>
  %new_bo = "stablehlo.subtract"(%bo, %update_bo_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %new_gain1 = "stablehlo.subtract"(%gain1, %update_gain1_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %new_shift1 = "stablehlo.subtract"(%shift1, %update_shift1_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %new_W1 = "stablehlo.subtract"(%W1, %update_W1_3) : (tensor<768x3072xf32>, tensor<768x3072xf32>) -> tensor<768x3072xf32>
  %new_b1 = "stablehlo.subtract"(%b1, %update_b1_3) : (tensor<3072xf32>, tensor<3072xf32>) -> tensor<3072xf32>
  %new_W2 = "stablehlo.subtract"(%W2, %update_W2_3) : (tensor<3072x768xf32>, tensor<3072x768xf32>) -> tensor<3072x768xf32>
  %new_b2 = "stablehlo.subtract"(%b2, %update_b2_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %new_gain2 = "stablehlo.subtract"(%gain2, %update_gain2_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  %new_shift2 = "stablehlo.subtract"(%shift2, %update_shift2_3) : (tensor<768xf32>, tensor<768xf32>) -> tensor<768xf32>
  return %loss, %new_Wq, %new_bq, %new_Wk, %new_bk, %new_Wv, %new_bv, %new_Wo, %new_bo, %new_gain1, %new_shift1, %new_W1, %new_b1, %new_W2, %new_b2, %new_gain2, %new_shift2, %m_new_Wq_2, %m_new_bq_2, %m_new_Wk_2, %m_new_bk_2, %m_new_Wv_2, %m_new_bv_2, %m_new_Wo_2, %m_new_bo_2, %m_new_gain1_2, %m_new_shift1_2, %m_new_W1_2, %m_new_b1_2, %m_new_W2_2, %m_new_b2_2, %m_new_gain2_2, %m_new_shift2_2, %v_new_Wq_3, %v_new_bq_3, %v_new_Wk_3, %v_new_bk_3, %v_new_Wv_3, %v_new_bv_3, %v_new_Wo_3, %v_new_bo_3, %v_new_gain1_3, %v_new_shift1_3, %v_new_W1_3, %v_new_b1_3, %v_new_W2_3, %v_new_b2_3, %v_new_gain2_3, %v_new_shift2_3 : tensor<f32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x3072xf32>, tensor<3072xf32>, tensor<3072x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x3072xf32>, tensor<3072xf32>, tensor<3072x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768x3072xf32>, tensor<3072xf32>, tensor<3072x768xf32>, tensor<768xf32>, tensor<768xf32>, tensor<768xf32>
}
