// MLP training step: forward, softmax cross-entropy, backward, Adam.
// Results: loss, new parameters, new moments.
// Architecture: the MNIST perceptron 20-16-16-5 with ReLU (Keras and PyTorch examples).
// Optimizer: Kingma and Ba, "Adam", ICLR 2015, algorithm 1.
// Sizes: training batch 8, f32.

#map0 = affine_map<(d0, d1) -> (d0, d1)>
#map1 = affine_map<(d0, d1) -> (d1)>
#map2 = affine_map<(d0, d1) -> (d0)>
#map3 = affine_map<() -> ()>
#map4 = affine_map<(d0, d1, d2) -> (d2, d0)>
#map5 = affine_map<(d0, d1, d2) -> (d2, d1)>
#map6 = affine_map<(d0, d1, d2) -> (d0, d1)>
#map7 = affine_map<(d0, d1, d2) -> (d0, d2)>
#map8 = affine_map<(d0, d1, d2) -> (d1, d2)>
#map9 = affine_map<(d0) -> (d0)>

func.func @train_step(
    %images: tensor<8x20xf32>,
    %targets: tensor<8x5xf32>,
    %W1: tensor<20x16xf32>,
    %b1: tensor<16xf32>,
    %W2: tensor<16x16xf32>,
    %b2: tensor<16xf32>,
    %W3: tensor<16x5xf32>,
    %b3: tensor<5xf32>,
    %m_W1: tensor<20x16xf32>,
    %m_b1: tensor<16xf32>,
    %m_W2: tensor<16x16xf32>,
    %m_b2: tensor<16xf32>,
    %m_W3: tensor<16x5xf32>,
    %m_b3: tensor<5xf32>,
    %v_W1: tensor<20x16xf32>,
    %v_b1: tensor<16xf32>,
    %v_W2: tensor<16x16xf32>,
    %v_b2: tensor<16xf32>,
    %v_W3: tensor<16x5xf32>,
    %v_b3: tensor<5xf32>)
    -> (tensor<f32>, tensor<20x16xf32>, tensor<16xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16x5xf32>, tensor<5xf32>, tensor<20x16xf32>, tensor<16xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16x5xf32>, tensor<5xf32>, tensor<20x16xf32>, tensor<16xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16x5xf32>, tensor<5xf32>)
    attributes {memopt_nonnegative_arguments = array<i64: 1, 14, 15, 16, 17, 18, 19>} {
  %cst = arith.constant 0.0 : f32
  %cst_1 = arith.constant -3.4028234663852886e+38 : f32
  %cst_2 = arith.constant 0.125 : f32
  %cst_3 = arith.constant 1.0 : f32
  %cst_4 = arith.constant 0.9 : f32
  %cst_5 = arith.constant 0.1 : f32
  %cst_6 = arith.constant 0.999 : f32
  %cst_7 = arith.constant 0.001 : f32
  %cst_8 = arith.constant 10.0 : f32
  %cst_9 = arith.constant 1000.0 : f32
  %cst_10 = arith.constant 1.0e-08 : f32
  %init = tensor.empty() : tensor<8x16xf32>
  %zero = linalg.fill ins(%cst : f32) outs(%init : tensor<8x16xf32>) -> tensor<8x16xf32>
  %z1 = linalg.matmul ins(%images, %W1 : tensor<8x20xf32>, tensor<20x16xf32>) outs(%zero : tensor<8x16xf32>) -> tensor<8x16xf32>
  %init_1 = tensor.empty() : tensor<8x16xf32>
  %a1 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z1, %b1 : tensor<8x16xf32>, tensor<16xf32>) outs(%init_1 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x16xf32>
  %init_2 = tensor.empty() : tensor<8x16xf32>
  %h1 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a1 : tensor<8x16xf32>) outs(%init_2 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<8x16xf32>
  %init_3 = tensor.empty() : tensor<8x16xf32>
  %zero_1 = linalg.fill ins(%cst : f32) outs(%init_3 : tensor<8x16xf32>) -> tensor<8x16xf32>
  %z2 = linalg.matmul ins(%h1, %W2 : tensor<8x16xf32>, tensor<16x16xf32>) outs(%zero_1 : tensor<8x16xf32>) -> tensor<8x16xf32>
  %init_4 = tensor.empty() : tensor<8x16xf32>
  %a2 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z2, %b2 : tensor<8x16xf32>, tensor<16xf32>) outs(%init_4 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x16xf32>
  %init_5 = tensor.empty() : tensor<8x16xf32>
  %h2 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a2 : tensor<8x16xf32>) outs(%init_5 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<8x16xf32>
  %init_6 = tensor.empty() : tensor<8x5xf32>
  %zero_2 = linalg.fill ins(%cst : f32) outs(%init_6 : tensor<8x5xf32>) -> tensor<8x5xf32>
  %z3 = linalg.matmul ins(%h2, %W3 : tensor<8x16xf32>, tensor<16x5xf32>) outs(%zero_2 : tensor<8x5xf32>) -> tensor<8x5xf32>
  %init_7 = tensor.empty() : tensor<8x5xf32>
  %a3 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z3, %b3 : tensor<8x5xf32>, tensor<5xf32>) outs(%init_7 : tensor<8x5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<8x5xf32>
  %init_8 = tensor.empty() : tensor<8xf32>
  %fill = linalg.fill ins(%cst_1 : f32) outs(%init_8 : tensor<8xf32>) -> tensor<8xf32>
  %logits_max = linalg.reduce { arith.maximumf } ins(%a3 : tensor<8x5xf32>) outs(%fill : tensor<8xf32>) dimensions = [1]
  %init_9 = tensor.empty() : tensor<8x5xf32>
  %exps = linalg.generic {indexing_maps = [#map0, #map2, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3, %logits_max : tensor<8x5xf32>, tensor<8xf32>) outs(%init_9 : tensor<8x5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    %t1 = math.exp %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<8x5xf32>
  %init_10 = tensor.empty() : tensor<8xf32>
  %zero_3 = linalg.fill ins(%cst : f32) outs(%init_10 : tensor<8xf32>) -> tensor<8xf32>
  %exps_sum = linalg.reduce { arith.addf } ins(%exps : tensor<8x5xf32>) outs(%zero_3 : tensor<8xf32>) dimensions = [1]
  %init_11 = tensor.empty() : tensor<8x5xf32>
  %losses = linalg.generic {indexing_maps = [#map0, #map2, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3, %logits_max, %exps_sum, %targets : tensor<8x5xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x5xf32>) outs(%init_11 : tensor<8x5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = math.log %x2 : f32
    %t1 = arith.subf %x0, %x1 : f32
    %t2 = arith.subf %t0, %t1 : f32
    %t3 = arith.mulf %x3, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<8x5xf32>
  %init_12 = tensor.empty() : tensor<f32>
  %zero_4 = linalg.fill ins(%cst : f32) outs(%init_12 : tensor<f32>) -> tensor<f32>
  %loss_sum = linalg.reduce { arith.addf } ins(%losses : tensor<8x5xf32>) outs(%zero_4 : tensor<f32>) dimensions = [0, 1]
  %init_13 = tensor.empty() : tensor<f32>
  %loss = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = []} ins(%loss_sum : tensor<f32>) outs(%init_13 : tensor<f32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_2 : f32
    linalg.yield %t0 : f32
  } -> tensor<f32>
  %init_14 = tensor.empty() : tensor<8x5xf32>
  %d_logits = linalg.generic {indexing_maps = [#map0, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%exps, %exps_sum, %targets : tensor<8x5xf32>, tensor<8xf32>, tensor<8x5xf32>) outs(%init_14 : tensor<8x5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.divf %x0, %x1 : f32
    %t1 = arith.subf %t0, %x2 : f32
    %t2 = arith.mulf %cst_2, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8x5xf32>
  %init_15 = tensor.empty() : tensor<5xf32>
  %zero_5 = linalg.fill ins(%cst : f32) outs(%init_15 : tensor<5xf32>) -> tensor<5xf32>
  %d_b3 = linalg.reduce { arith.addf } ins(%d_logits : tensor<8x5xf32>) outs(%zero_5 : tensor<5xf32>) dimensions = [0]
  %init_16 = tensor.empty() : tensor<16x5xf32>
  %zero_6 = linalg.fill ins(%cst : f32) outs(%init_16 : tensor<16x5xf32>) -> tensor<16x5xf32>
  %d_W3 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h2, %d_logits : tensor<8x16xf32>, tensor<8x5xf32>) outs(%zero_6 : tensor<16x5xf32>) -> tensor<16x5xf32>
  %init_17 = tensor.empty() : tensor<8x16xf32>
  %zero_7 = linalg.fill ins(%cst : f32) outs(%init_17 : tensor<8x16xf32>) -> tensor<8x16xf32>
  %d_h2 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_logits, %W3 : tensor<8x5xf32>, tensor<16x5xf32>) outs(%zero_7 : tensor<8x16xf32>) -> tensor<8x16xf32>
  %init_18 = tensor.empty() : tensor<8x16xf32>
  %d_a2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h2, %a2 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%init_18 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8x16xf32>
  %init_19 = tensor.empty() : tensor<16xf32>
  %zero_8 = linalg.fill ins(%cst : f32) outs(%init_19 : tensor<16xf32>) -> tensor<16xf32>
  %d_b2 = linalg.reduce { arith.addf } ins(%d_a2 : tensor<8x16xf32>) outs(%zero_8 : tensor<16xf32>) dimensions = [0]
  %init_20 = tensor.empty() : tensor<16x16xf32>
  %zero_9 = linalg.fill ins(%cst : f32) outs(%init_20 : tensor<16x16xf32>) -> tensor<16x16xf32>
  %d_W2 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h1, %d_a2 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%zero_9 : tensor<16x16xf32>) -> tensor<16x16xf32>
  %init_21 = tensor.empty() : tensor<8x16xf32>
  %zero_10 = linalg.fill ins(%cst : f32) outs(%init_21 : tensor<8x16xf32>) -> tensor<8x16xf32>
  %d_h1 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_a2, %W2 : tensor<8x16xf32>, tensor<16x16xf32>) outs(%zero_10 : tensor<8x16xf32>) -> tensor<8x16xf32>
  %init_22 = tensor.empty() : tensor<8x16xf32>
  %d_a1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h1, %a1 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%init_22 : tensor<8x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<8x16xf32>
  %init_23 = tensor.empty() : tensor<16xf32>
  %zero_11 = linalg.fill ins(%cst : f32) outs(%init_23 : tensor<16xf32>) -> tensor<16xf32>
  %d_b1 = linalg.reduce { arith.addf } ins(%d_a1 : tensor<8x16xf32>) outs(%zero_11 : tensor<16xf32>) dimensions = [0]
  %init_24 = tensor.empty() : tensor<20x16xf32>
  %zero_12 = linalg.fill ins(%cst : f32) outs(%init_24 : tensor<20x16xf32>) -> tensor<20x16xf32>
  %d_W1 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%images, %d_a1 : tensor<8x20xf32>, tensor<8x16xf32>) outs(%zero_12 : tensor<20x16xf32>) -> tensor<20x16xf32>
  %init_25 = tensor.empty() : tensor<20x16xf32>
  %m_new_W1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%m_W1, %d_W1 : tensor<20x16xf32>, tensor<20x16xf32>) outs(%init_25 : tensor<20x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x0 : f32
    %t1 = arith.mulf %cst_5, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<20x16xf32>
  %init_26 = tensor.empty() : tensor<16xf32>
  %m_new_b1 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%m_b1, %d_b1 : tensor<16xf32>, tensor<16xf32>) outs(%init_26 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x0 : f32
    %t1 = arith.mulf %cst_5, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<16xf32>
  %init_27 = tensor.empty() : tensor<16x16xf32>
  %m_new_W2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%m_W2, %d_W2 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%init_27 : tensor<16x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x0 : f32
    %t1 = arith.mulf %cst_5, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<16x16xf32>
  %init_28 = tensor.empty() : tensor<16xf32>
  %m_new_b2 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%m_b2, %d_b2 : tensor<16xf32>, tensor<16xf32>) outs(%init_28 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x0 : f32
    %t1 = arith.mulf %cst_5, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<16xf32>
  %init_29 = tensor.empty() : tensor<16x5xf32>
  %m_new_W3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%m_W3, %d_W3 : tensor<16x5xf32>, tensor<16x5xf32>) outs(%init_29 : tensor<16x5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x0 : f32
    %t1 = arith.mulf %cst_5, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<16x5xf32>
  %init_30 = tensor.empty() : tensor<5xf32>
  %m_new_b3 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%m_b3, %d_b3 : tensor<5xf32>, tensor<5xf32>) outs(%init_30 : tensor<5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x0 : f32
    %t1 = arith.mulf %cst_5, %x1 : f32
    %t2 = arith.addf %t0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<5xf32>
  %init_31 = tensor.empty() : tensor<20x16xf32>
  %v_new_W1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%v_W1, %d_W1 : tensor<20x16xf32>, tensor<20x16xf32>) outs(%init_31 : tensor<20x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_6, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_7, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<20x16xf32>
  %init_32 = tensor.empty() : tensor<16xf32>
  %v_new_b1 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%v_b1, %d_b1 : tensor<16xf32>, tensor<16xf32>) outs(%init_32 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_6, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_7, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16xf32>
  %init_33 = tensor.empty() : tensor<16x16xf32>
  %v_new_W2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%v_W2, %d_W2 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%init_33 : tensor<16x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_6, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_7, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16x16xf32>
  %init_34 = tensor.empty() : tensor<16xf32>
  %v_new_b2 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%v_b2, %d_b2 : tensor<16xf32>, tensor<16xf32>) outs(%init_34 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_6, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_7, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16xf32>
  %init_35 = tensor.empty() : tensor<16x5xf32>
  %v_new_W3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%v_W3, %d_W3 : tensor<16x5xf32>, tensor<16x5xf32>) outs(%init_35 : tensor<16x5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_6, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_7, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16x5xf32>
  %init_36 = tensor.empty() : tensor<5xf32>
  %v_new_b3 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%v_b3, %d_b3 : tensor<5xf32>, tensor<5xf32>) outs(%init_36 : tensor<5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_6, %x0 : f32
    %t1 = arith.mulf %x1, %x1 : f32
    %t2 = arith.mulf %cst_7, %t1 : f32
    %t3 = arith.addf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<5xf32>
  %init_37 = tensor.empty() : tensor<20x16xf32>
  %m_hat_W1 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%m_new_W1 : tensor<20x16xf32>) outs(%init_37 : tensor<20x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_8 : f32
    linalg.yield %t0 : f32
  } -> tensor<20x16xf32>
  %init_38 = tensor.empty() : tensor<16xf32>
  %m_hat_b1 = linalg.generic {indexing_maps = [#map9, #map9], iterator_types = ["parallel"]} ins(%m_new_b1 : tensor<16xf32>) outs(%init_38 : tensor<16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_8 : f32
    linalg.yield %t0 : f32
  } -> tensor<16xf32>
  %init_39 = tensor.empty() : tensor<16x16xf32>
  %m_hat_W2 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%m_new_W2 : tensor<16x16xf32>) outs(%init_39 : tensor<16x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_8 : f32
    linalg.yield %t0 : f32
  } -> tensor<16x16xf32>
  %init_40 = tensor.empty() : tensor<16xf32>
  %m_hat_b2 = linalg.generic {indexing_maps = [#map9, #map9], iterator_types = ["parallel"]} ins(%m_new_b2 : tensor<16xf32>) outs(%init_40 : tensor<16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_8 : f32
    linalg.yield %t0 : f32
  } -> tensor<16xf32>
  %init_41 = tensor.empty() : tensor<16x5xf32>
  %m_hat_W3 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%m_new_W3 : tensor<16x5xf32>) outs(%init_41 : tensor<16x5xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_8 : f32
    linalg.yield %t0 : f32
  } -> tensor<16x5xf32>
  %init_42 = tensor.empty() : tensor<5xf32>
  %m_hat_b3 = linalg.generic {indexing_maps = [#map9, #map9], iterator_types = ["parallel"]} ins(%m_new_b3 : tensor<5xf32>) outs(%init_42 : tensor<5xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_8 : f32
    linalg.yield %t0 : f32
  } -> tensor<5xf32>
  %init_43 = tensor.empty() : tensor<20x16xf32>
  %v_hat_W1 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%v_new_W1 : tensor<20x16xf32>) outs(%init_43 : tensor<20x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_9 : f32
    linalg.yield %t0 : f32
  } -> tensor<20x16xf32>
  %init_44 = tensor.empty() : tensor<16xf32>
  %v_hat_b1 = linalg.generic {indexing_maps = [#map9, #map9], iterator_types = ["parallel"]} ins(%v_new_b1 : tensor<16xf32>) outs(%init_44 : tensor<16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_9 : f32
    linalg.yield %t0 : f32
  } -> tensor<16xf32>
  %init_45 = tensor.empty() : tensor<16x16xf32>
  %v_hat_W2 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%v_new_W2 : tensor<16x16xf32>) outs(%init_45 : tensor<16x16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_9 : f32
    linalg.yield %t0 : f32
  } -> tensor<16x16xf32>
  %init_46 = tensor.empty() : tensor<16xf32>
  %v_hat_b2 = linalg.generic {indexing_maps = [#map9, #map9], iterator_types = ["parallel"]} ins(%v_new_b2 : tensor<16xf32>) outs(%init_46 : tensor<16xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_9 : f32
    linalg.yield %t0 : f32
  } -> tensor<16xf32>
  %init_47 = tensor.empty() : tensor<16x5xf32>
  %v_hat_W3 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%v_new_W3 : tensor<16x5xf32>) outs(%init_47 : tensor<16x5xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_9 : f32
    linalg.yield %t0 : f32
  } -> tensor<16x5xf32>
  %init_48 = tensor.empty() : tensor<5xf32>
  %v_hat_b3 = linalg.generic {indexing_maps = [#map9, #map9], iterator_types = ["parallel"]} ins(%v_new_b3 : tensor<5xf32>) outs(%init_48 : tensor<5xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_9 : f32
    linalg.yield %t0 : f32
  } -> tensor<5xf32>
  %init_49 = tensor.empty() : tensor<20x16xf32>
  %update_W1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%m_hat_W1, %v_hat_W1 : tensor<20x16xf32>, tensor<20x16xf32>) outs(%init_49 : tensor<20x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_7, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_10 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<20x16xf32>
  %init_50 = tensor.empty() : tensor<16xf32>
  %update_b1 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%m_hat_b1, %v_hat_b1 : tensor<16xf32>, tensor<16xf32>) outs(%init_50 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_7, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_10 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16xf32>
  %init_51 = tensor.empty() : tensor<16x16xf32>
  %update_W2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%m_hat_W2, %v_hat_W2 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%init_51 : tensor<16x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_7, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_10 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16x16xf32>
  %init_52 = tensor.empty() : tensor<16xf32>
  %update_b2 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%m_hat_b2, %v_hat_b2 : tensor<16xf32>, tensor<16xf32>) outs(%init_52 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_7, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_10 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16xf32>
  %init_53 = tensor.empty() : tensor<16x5xf32>
  %update_W3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%m_hat_W3, %v_hat_W3 : tensor<16x5xf32>, tensor<16x5xf32>) outs(%init_53 : tensor<16x5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_7, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_10 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<16x5xf32>
  %init_54 = tensor.empty() : tensor<5xf32>
  %update_b3 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%m_hat_b3, %v_hat_b3 : tensor<5xf32>, tensor<5xf32>) outs(%init_54 : tensor<5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_7, %x0 : f32
    %t1 = math.sqrt %x1 : f32
    %t2 = arith.addf %t1, %cst_10 : f32
    %t3 = arith.divf %t0, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<5xf32>
  %init_55 = tensor.empty() : tensor<20x16xf32>
  %new_W1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%W1, %update_W1 : tensor<20x16xf32>, tensor<20x16xf32>) outs(%init_55 : tensor<20x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<20x16xf32>
  %init_56 = tensor.empty() : tensor<16xf32>
  %new_b1 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%b1, %update_b1 : tensor<16xf32>, tensor<16xf32>) outs(%init_56 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<16xf32>
  %init_57 = tensor.empty() : tensor<16x16xf32>
  %new_W2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%W2, %update_W2 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%init_57 : tensor<16x16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<16x16xf32>
  %init_58 = tensor.empty() : tensor<16xf32>
  %new_b2 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%b2, %update_b2 : tensor<16xf32>, tensor<16xf32>) outs(%init_58 : tensor<16xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<16xf32>
  %init_59 = tensor.empty() : tensor<16x5xf32>
  %new_W3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%W3, %update_W3 : tensor<16x5xf32>, tensor<16x5xf32>) outs(%init_59 : tensor<16x5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<16x5xf32>
  %init_60 = tensor.empty() : tensor<5xf32>
  %new_b3 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%b3, %update_b3 : tensor<5xf32>, tensor<5xf32>) outs(%init_60 : tensor<5xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<5xf32>
  return %loss, %new_W1, %new_b1, %new_W2, %new_b2, %new_W3, %new_b3, %m_new_W1, %m_new_b1, %m_new_W2, %m_new_b2, %m_new_W3, %m_new_b3, %v_new_W1, %v_new_b1, %v_new_W2, %v_new_b2, %v_new_W3, %v_new_b3 : tensor<f32>, tensor<20x16xf32>, tensor<16xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16x5xf32>, tensor<5xf32>, tensor<20x16xf32>, tensor<16xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16x5xf32>, tensor<5xf32>, tensor<20x16xf32>, tensor<16xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16x5xf32>, tensor<5xf32>
}
