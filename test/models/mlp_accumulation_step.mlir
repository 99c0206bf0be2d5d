// MLP training step with gradient accumulation over 4 microbatches.
// Results: loss, new parameters.
// Architecture: the MNIST perceptron 784-512-512-10 with ReLU (Keras and PyTorch examples).
// Optimizer: SGD on the summed gradients, both at the end.
// Sizes: training batch 128, f32.

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
    %images: tensor<128x784xf32>,
    %targets: tensor<128x10xf32>,
    %W1: tensor<784x512xf32>,
    %b1: tensor<512xf32>,
    %W2: tensor<512x512xf32>,
    %b2: tensor<512xf32>,
    %W3: tensor<512x10xf32>,
    %b3: tensor<10xf32>)
    -> (tensor<f32>, tensor<784x512xf32>, tensor<512xf32>, tensor<512x512xf32>, tensor<512xf32>, tensor<512x10xf32>, tensor<10xf32>)
    attributes {memopt_nonnegative_arguments = array<i64: 1>} {
  %cst = arith.constant 0.0 : f32
  %cst_1 = arith.constant -3.4028234663852886e+38 : f32
  %cst_2 = arith.constant 0.0078125 : f32
  %cst_3 = arith.constant 1.0 : f32
  %cst_4 = arith.constant 0.1 : f32
  %images0 = tensor.extract_slice %images[0, 0] [32, 784] [1, 1] : tensor<128x784xf32> to tensor<32x784xf32>
  %targets0 = tensor.extract_slice %targets[0, 0] [32, 10] [1, 1] : tensor<128x10xf32> to tensor<32x10xf32>
  %init = tensor.empty() : tensor<32x512xf32>
  %zero = linalg.fill ins(%cst : f32) outs(%init : tensor<32x512xf32>) -> tensor<32x512xf32>
  %z1 = linalg.matmul ins(%images0, %W1 : tensor<32x784xf32>, tensor<784x512xf32>) outs(%zero : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_1 = tensor.empty() : tensor<32x512xf32>
  %a1 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z1, %b1 : tensor<32x512xf32>, tensor<512xf32>) outs(%init_1 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_2 = tensor.empty() : tensor<32x512xf32>
  %h1 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a1 : tensor<32x512xf32>) outs(%init_2 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_3 = tensor.empty() : tensor<32x512xf32>
  %zero_1 = linalg.fill ins(%cst : f32) outs(%init_3 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %z2 = linalg.matmul ins(%h1, %W2 : tensor<32x512xf32>, tensor<512x512xf32>) outs(%zero_1 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_4 = tensor.empty() : tensor<32x512xf32>
  %a2 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z2, %b2 : tensor<32x512xf32>, tensor<512xf32>) outs(%init_4 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_5 = tensor.empty() : tensor<32x512xf32>
  %h2 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a2 : tensor<32x512xf32>) outs(%init_5 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_6 = tensor.empty() : tensor<32x10xf32>
  %zero_2 = linalg.fill ins(%cst : f32) outs(%init_6 : tensor<32x10xf32>) -> tensor<32x10xf32>
  %z3 = linalg.matmul ins(%h2, %W3 : tensor<32x512xf32>, tensor<512x10xf32>) outs(%zero_2 : tensor<32x10xf32>) -> tensor<32x10xf32>
  %init_7 = tensor.empty() : tensor<32x10xf32>
  %a3 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z3, %b3 : tensor<32x10xf32>, tensor<10xf32>) outs(%init_7 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x10xf32>
  %init_8 = tensor.empty() : tensor<32xf32>
  %fill = linalg.fill ins(%cst_1 : f32) outs(%init_8 : tensor<32xf32>) -> tensor<32xf32>
  %logits_max = linalg.reduce { arith.maximumf } ins(%a3 : tensor<32x10xf32>) outs(%fill : tensor<32xf32>) dimensions = [1]
  %init_9 = tensor.empty() : tensor<32x10xf32>
  %exps = linalg.generic {indexing_maps = [#map0, #map2, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3, %logits_max : tensor<32x10xf32>, tensor<32xf32>) outs(%init_9 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    %t1 = math.exp %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<32x10xf32>
  %init_10 = tensor.empty() : tensor<32xf32>
  %zero_3 = linalg.fill ins(%cst : f32) outs(%init_10 : tensor<32xf32>) -> tensor<32xf32>
  %exps_sum = linalg.reduce { arith.addf } ins(%exps : tensor<32x10xf32>) outs(%zero_3 : tensor<32xf32>) dimensions = [1]
  %init_11 = tensor.empty() : tensor<32x10xf32>
  %losses = linalg.generic {indexing_maps = [#map0, #map2, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3, %logits_max, %exps_sum, %targets0 : tensor<32x10xf32>, tensor<32xf32>, tensor<32xf32>, tensor<32x10xf32>) outs(%init_11 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = math.log %x2 : f32
    %t1 = arith.subf %x0, %x1 : f32
    %t2 = arith.subf %t0, %t1 : f32
    %t3 = arith.mulf %x3, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<32x10xf32>
  %init_12 = tensor.empty() : tensor<f32>
  %zero_4 = linalg.fill ins(%cst : f32) outs(%init_12 : tensor<f32>) -> tensor<f32>
  %loss_sum = linalg.reduce { arith.addf } ins(%losses : tensor<32x10xf32>) outs(%zero_4 : tensor<f32>) dimensions = [0, 1]
  %init_13 = tensor.empty() : tensor<f32>
  %loss = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = []} ins(%loss_sum : tensor<f32>) outs(%init_13 : tensor<f32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_2 : f32
    linalg.yield %t0 : f32
  } -> tensor<f32>
  %init_14 = tensor.empty() : tensor<32x10xf32>
  %d_logits = linalg.generic {indexing_maps = [#map0, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%exps, %exps_sum, %targets0 : tensor<32x10xf32>, tensor<32xf32>, tensor<32x10xf32>) outs(%init_14 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.divf %x0, %x1 : f32
    %t1 = arith.subf %t0, %x2 : f32
    %t2 = arith.mulf %cst_2, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x10xf32>
  %init_15 = tensor.empty() : tensor<10xf32>
  %zero_5 = linalg.fill ins(%cst : f32) outs(%init_15 : tensor<10xf32>) -> tensor<10xf32>
  %d_b3 = linalg.reduce { arith.addf } ins(%d_logits : tensor<32x10xf32>) outs(%zero_5 : tensor<10xf32>) dimensions = [0]
  %init_16 = tensor.empty() : tensor<512x10xf32>
  %zero_6 = linalg.fill ins(%cst : f32) outs(%init_16 : tensor<512x10xf32>) -> tensor<512x10xf32>
  %d_W3 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h2, %d_logits : tensor<32x512xf32>, tensor<32x10xf32>) outs(%zero_6 : tensor<512x10xf32>) -> tensor<512x10xf32>
  %init_17 = tensor.empty() : tensor<32x512xf32>
  %zero_7 = linalg.fill ins(%cst : f32) outs(%init_17 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %d_h2 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_logits, %W3 : tensor<32x10xf32>, tensor<512x10xf32>) outs(%zero_7 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_18 = tensor.empty() : tensor<32x512xf32>
  %d_a2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h2, %a2 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%init_18 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x512xf32>
  %init_19 = tensor.empty() : tensor<512xf32>
  %zero_8 = linalg.fill ins(%cst : f32) outs(%init_19 : tensor<512xf32>) -> tensor<512xf32>
  %d_b2 = linalg.reduce { arith.addf } ins(%d_a2 : tensor<32x512xf32>) outs(%zero_8 : tensor<512xf32>) dimensions = [0]
  %init_20 = tensor.empty() : tensor<512x512xf32>
  %zero_9 = linalg.fill ins(%cst : f32) outs(%init_20 : tensor<512x512xf32>) -> tensor<512x512xf32>
  %d_W2 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h1, %d_a2 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%zero_9 : tensor<512x512xf32>) -> tensor<512x512xf32>
  %init_21 = tensor.empty() : tensor<32x512xf32>
  %zero_10 = linalg.fill ins(%cst : f32) outs(%init_21 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %d_h1 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_a2, %W2 : tensor<32x512xf32>, tensor<512x512xf32>) outs(%zero_10 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_22 = tensor.empty() : tensor<32x512xf32>
  %d_a1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h1, %a1 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%init_22 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x512xf32>
  %init_23 = tensor.empty() : tensor<512xf32>
  %zero_11 = linalg.fill ins(%cst : f32) outs(%init_23 : tensor<512xf32>) -> tensor<512xf32>
  %d_b1 = linalg.reduce { arith.addf } ins(%d_a1 : tensor<32x512xf32>) outs(%zero_11 : tensor<512xf32>) dimensions = [0]
  %init_24 = tensor.empty() : tensor<784x512xf32>
  %zero_12 = linalg.fill ins(%cst : f32) outs(%init_24 : tensor<784x512xf32>) -> tensor<784x512xf32>
  %d_W1 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%images0, %d_a1 : tensor<32x784xf32>, tensor<32x512xf32>) outs(%zero_12 : tensor<784x512xf32>) -> tensor<784x512xf32>
  %images1 = tensor.extract_slice %images[32, 0] [32, 784] [1, 1] : tensor<128x784xf32> to tensor<32x784xf32>
  %targets1 = tensor.extract_slice %targets[32, 0] [32, 10] [1, 1] : tensor<128x10xf32> to tensor<32x10xf32>
  %init_25 = tensor.empty() : tensor<32x512xf32>
  %zero_13 = linalg.fill ins(%cst : f32) outs(%init_25 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %z1_1 = linalg.matmul ins(%images1, %W1 : tensor<32x784xf32>, tensor<784x512xf32>) outs(%zero_13 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_26 = tensor.empty() : tensor<32x512xf32>
  %a1_1 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z1_1, %b1 : tensor<32x512xf32>, tensor<512xf32>) outs(%init_26 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_27 = tensor.empty() : tensor<32x512xf32>
  %h1_1 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a1_1 : tensor<32x512xf32>) outs(%init_27 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_28 = tensor.empty() : tensor<32x512xf32>
  %zero_14 = linalg.fill ins(%cst : f32) outs(%init_28 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %z2_1 = linalg.matmul ins(%h1_1, %W2 : tensor<32x512xf32>, tensor<512x512xf32>) outs(%zero_14 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_29 = tensor.empty() : tensor<32x512xf32>
  %a2_1 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z2_1, %b2 : tensor<32x512xf32>, tensor<512xf32>) outs(%init_29 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_30 = tensor.empty() : tensor<32x512xf32>
  %h2_1 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a2_1 : tensor<32x512xf32>) outs(%init_30 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_31 = tensor.empty() : tensor<32x10xf32>
  %zero_15 = linalg.fill ins(%cst : f32) outs(%init_31 : tensor<32x10xf32>) -> tensor<32x10xf32>
  %z3_1 = linalg.matmul ins(%h2_1, %W3 : tensor<32x512xf32>, tensor<512x10xf32>) outs(%zero_15 : tensor<32x10xf32>) -> tensor<32x10xf32>
  %init_32 = tensor.empty() : tensor<32x10xf32>
  %a3_1 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z3_1, %b3 : tensor<32x10xf32>, tensor<10xf32>) outs(%init_32 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x10xf32>
  %init_33 = tensor.empty() : tensor<32xf32>
  %fill_1 = linalg.fill ins(%cst_1 : f32) outs(%init_33 : tensor<32xf32>) -> tensor<32xf32>
  %logits_max_1 = linalg.reduce { arith.maximumf } ins(%a3_1 : tensor<32x10xf32>) outs(%fill_1 : tensor<32xf32>) dimensions = [1]
  %init_34 = tensor.empty() : tensor<32x10xf32>
  %exps_1 = linalg.generic {indexing_maps = [#map0, #map2, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3_1, %logits_max_1 : tensor<32x10xf32>, tensor<32xf32>) outs(%init_34 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    %t1 = math.exp %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<32x10xf32>
  %init_35 = tensor.empty() : tensor<32xf32>
  %zero_16 = linalg.fill ins(%cst : f32) outs(%init_35 : tensor<32xf32>) -> tensor<32xf32>
  %exps_sum_1 = linalg.reduce { arith.addf } ins(%exps_1 : tensor<32x10xf32>) outs(%zero_16 : tensor<32xf32>) dimensions = [1]
  %init_36 = tensor.empty() : tensor<32x10xf32>
  %losses_1 = linalg.generic {indexing_maps = [#map0, #map2, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3_1, %logits_max_1, %exps_sum_1, %targets1 : tensor<32x10xf32>, tensor<32xf32>, tensor<32xf32>, tensor<32x10xf32>) outs(%init_36 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = math.log %x2 : f32
    %t1 = arith.subf %x0, %x1 : f32
    %t2 = arith.subf %t0, %t1 : f32
    %t3 = arith.mulf %x3, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<32x10xf32>
  %init_37 = tensor.empty() : tensor<f32>
  %zero_17 = linalg.fill ins(%cst : f32) outs(%init_37 : tensor<f32>) -> tensor<f32>
  %loss_sum_1 = linalg.reduce { arith.addf } ins(%losses_1 : tensor<32x10xf32>) outs(%zero_17 : tensor<f32>) dimensions = [0, 1]
  %init_38 = tensor.empty() : tensor<f32>
  %loss_1 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = []} ins(%loss_sum_1 : tensor<f32>) outs(%init_38 : tensor<f32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_2 : f32
    linalg.yield %t0 : f32
  } -> tensor<f32>
  %init_39 = tensor.empty() : tensor<32x10xf32>
  %d_logits_1 = linalg.generic {indexing_maps = [#map0, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%exps_1, %exps_sum_1, %targets1 : tensor<32x10xf32>, tensor<32xf32>, tensor<32x10xf32>) outs(%init_39 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.divf %x0, %x1 : f32
    %t1 = arith.subf %t0, %x2 : f32
    %t2 = arith.mulf %cst_2, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x10xf32>
  %init_40 = tensor.empty() : tensor<10xf32>
  %zero_18 = linalg.fill ins(%cst : f32) outs(%init_40 : tensor<10xf32>) -> tensor<10xf32>
  %d_b3_1 = linalg.reduce { arith.addf } ins(%d_logits_1 : tensor<32x10xf32>) outs(%zero_18 : tensor<10xf32>) dimensions = [0]
  %init_41 = tensor.empty() : tensor<512x10xf32>
  %zero_19 = linalg.fill ins(%cst : f32) outs(%init_41 : tensor<512x10xf32>) -> tensor<512x10xf32>
  %d_W3_1 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h2_1, %d_logits_1 : tensor<32x512xf32>, tensor<32x10xf32>) outs(%zero_19 : tensor<512x10xf32>) -> tensor<512x10xf32>
  %init_42 = tensor.empty() : tensor<32x512xf32>
  %zero_20 = linalg.fill ins(%cst : f32) outs(%init_42 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %d_h2_1 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_logits_1, %W3 : tensor<32x10xf32>, tensor<512x10xf32>) outs(%zero_20 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_43 = tensor.empty() : tensor<32x512xf32>
  %d_a2_1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h2_1, %a2_1 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%init_43 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x512xf32>
  %init_44 = tensor.empty() : tensor<512xf32>
  %zero_21 = linalg.fill ins(%cst : f32) outs(%init_44 : tensor<512xf32>) -> tensor<512xf32>
  %d_b2_1 = linalg.reduce { arith.addf } ins(%d_a2_1 : tensor<32x512xf32>) outs(%zero_21 : tensor<512xf32>) dimensions = [0]
  %init_45 = tensor.empty() : tensor<512x512xf32>
  %zero_22 = linalg.fill ins(%cst : f32) outs(%init_45 : tensor<512x512xf32>) -> tensor<512x512xf32>
  %d_W2_1 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h1_1, %d_a2_1 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%zero_22 : tensor<512x512xf32>) -> tensor<512x512xf32>
  %init_46 = tensor.empty() : tensor<32x512xf32>
  %zero_23 = linalg.fill ins(%cst : f32) outs(%init_46 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %d_h1_1 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_a2_1, %W2 : tensor<32x512xf32>, tensor<512x512xf32>) outs(%zero_23 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_47 = tensor.empty() : tensor<32x512xf32>
  %d_a1_1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h1_1, %a1_1 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%init_47 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x512xf32>
  %init_48 = tensor.empty() : tensor<512xf32>
  %zero_24 = linalg.fill ins(%cst : f32) outs(%init_48 : tensor<512xf32>) -> tensor<512xf32>
  %d_b1_1 = linalg.reduce { arith.addf } ins(%d_a1_1 : tensor<32x512xf32>) outs(%zero_24 : tensor<512xf32>) dimensions = [0]
  %init_49 = tensor.empty() : tensor<784x512xf32>
  %zero_25 = linalg.fill ins(%cst : f32) outs(%init_49 : tensor<784x512xf32>) -> tensor<784x512xf32>
  %d_W1_1 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%images1, %d_a1_1 : tensor<32x784xf32>, tensor<32x512xf32>) outs(%zero_25 : tensor<784x512xf32>) -> tensor<784x512xf32>
  %images2 = tensor.extract_slice %images[64, 0] [32, 784] [1, 1] : tensor<128x784xf32> to tensor<32x784xf32>
  %targets2 = tensor.extract_slice %targets[64, 0] [32, 10] [1, 1] : tensor<128x10xf32> to tensor<32x10xf32>
  %init_50 = tensor.empty() : tensor<32x512xf32>
  %zero_26 = linalg.fill ins(%cst : f32) outs(%init_50 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %z1_2 = linalg.matmul ins(%images2, %W1 : tensor<32x784xf32>, tensor<784x512xf32>) outs(%zero_26 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_51 = tensor.empty() : tensor<32x512xf32>
  %a1_2 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z1_2, %b1 : tensor<32x512xf32>, tensor<512xf32>) outs(%init_51 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_52 = tensor.empty() : tensor<32x512xf32>
  %h1_2 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a1_2 : tensor<32x512xf32>) outs(%init_52 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_53 = tensor.empty() : tensor<32x512xf32>
  %zero_27 = linalg.fill ins(%cst : f32) outs(%init_53 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %z2_2 = linalg.matmul ins(%h1_2, %W2 : tensor<32x512xf32>, tensor<512x512xf32>) outs(%zero_27 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_54 = tensor.empty() : tensor<32x512xf32>
  %a2_2 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z2_2, %b2 : tensor<32x512xf32>, tensor<512xf32>) outs(%init_54 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_55 = tensor.empty() : tensor<32x512xf32>
  %h2_2 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a2_2 : tensor<32x512xf32>) outs(%init_55 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_56 = tensor.empty() : tensor<32x10xf32>
  %zero_28 = linalg.fill ins(%cst : f32) outs(%init_56 : tensor<32x10xf32>) -> tensor<32x10xf32>
  %z3_2 = linalg.matmul ins(%h2_2, %W3 : tensor<32x512xf32>, tensor<512x10xf32>) outs(%zero_28 : tensor<32x10xf32>) -> tensor<32x10xf32>
  %init_57 = tensor.empty() : tensor<32x10xf32>
  %a3_2 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z3_2, %b3 : tensor<32x10xf32>, tensor<10xf32>) outs(%init_57 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x10xf32>
  %init_58 = tensor.empty() : tensor<32xf32>
  %fill_2 = linalg.fill ins(%cst_1 : f32) outs(%init_58 : tensor<32xf32>) -> tensor<32xf32>
  %logits_max_2 = linalg.reduce { arith.maximumf } ins(%a3_2 : tensor<32x10xf32>) outs(%fill_2 : tensor<32xf32>) dimensions = [1]
  %init_59 = tensor.empty() : tensor<32x10xf32>
  %exps_2 = linalg.generic {indexing_maps = [#map0, #map2, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3_2, %logits_max_2 : tensor<32x10xf32>, tensor<32xf32>) outs(%init_59 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    %t1 = math.exp %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<32x10xf32>
  %init_60 = tensor.empty() : tensor<32xf32>
  %zero_29 = linalg.fill ins(%cst : f32) outs(%init_60 : tensor<32xf32>) -> tensor<32xf32>
  %exps_sum_2 = linalg.reduce { arith.addf } ins(%exps_2 : tensor<32x10xf32>) outs(%zero_29 : tensor<32xf32>) dimensions = [1]
  %init_61 = tensor.empty() : tensor<32x10xf32>
  %losses_2 = linalg.generic {indexing_maps = [#map0, #map2, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3_2, %logits_max_2, %exps_sum_2, %targets2 : tensor<32x10xf32>, tensor<32xf32>, tensor<32xf32>, tensor<32x10xf32>) outs(%init_61 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = math.log %x2 : f32
    %t1 = arith.subf %x0, %x1 : f32
    %t2 = arith.subf %t0, %t1 : f32
    %t3 = arith.mulf %x3, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<32x10xf32>
  %init_62 = tensor.empty() : tensor<f32>
  %zero_30 = linalg.fill ins(%cst : f32) outs(%init_62 : tensor<f32>) -> tensor<f32>
  %loss_sum_2 = linalg.reduce { arith.addf } ins(%losses_2 : tensor<32x10xf32>) outs(%zero_30 : tensor<f32>) dimensions = [0, 1]
  %init_63 = tensor.empty() : tensor<f32>
  %loss_2 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = []} ins(%loss_sum_2 : tensor<f32>) outs(%init_63 : tensor<f32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_2 : f32
    linalg.yield %t0 : f32
  } -> tensor<f32>
  %init_64 = tensor.empty() : tensor<32x10xf32>
  %d_logits_2 = linalg.generic {indexing_maps = [#map0, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%exps_2, %exps_sum_2, %targets2 : tensor<32x10xf32>, tensor<32xf32>, tensor<32x10xf32>) outs(%init_64 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.divf %x0, %x1 : f32
    %t1 = arith.subf %t0, %x2 : f32
    %t2 = arith.mulf %cst_2, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x10xf32>
  %init_65 = tensor.empty() : tensor<10xf32>
  %zero_31 = linalg.fill ins(%cst : f32) outs(%init_65 : tensor<10xf32>) -> tensor<10xf32>
  %d_b3_2 = linalg.reduce { arith.addf } ins(%d_logits_2 : tensor<32x10xf32>) outs(%zero_31 : tensor<10xf32>) dimensions = [0]
  %init_66 = tensor.empty() : tensor<512x10xf32>
  %zero_32 = linalg.fill ins(%cst : f32) outs(%init_66 : tensor<512x10xf32>) -> tensor<512x10xf32>
  %d_W3_2 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h2_2, %d_logits_2 : tensor<32x512xf32>, tensor<32x10xf32>) outs(%zero_32 : tensor<512x10xf32>) -> tensor<512x10xf32>
  %init_67 = tensor.empty() : tensor<32x512xf32>
  %zero_33 = linalg.fill ins(%cst : f32) outs(%init_67 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %d_h2_2 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_logits_2, %W3 : tensor<32x10xf32>, tensor<512x10xf32>) outs(%zero_33 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_68 = tensor.empty() : tensor<32x512xf32>
  %d_a2_2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h2_2, %a2_2 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%init_68 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x512xf32>
  %init_69 = tensor.empty() : tensor<512xf32>
  %zero_34 = linalg.fill ins(%cst : f32) outs(%init_69 : tensor<512xf32>) -> tensor<512xf32>
  %d_b2_2 = linalg.reduce { arith.addf } ins(%d_a2_2 : tensor<32x512xf32>) outs(%zero_34 : tensor<512xf32>) dimensions = [0]
  %init_70 = tensor.empty() : tensor<512x512xf32>
  %zero_35 = linalg.fill ins(%cst : f32) outs(%init_70 : tensor<512x512xf32>) -> tensor<512x512xf32>
  %d_W2_2 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h1_2, %d_a2_2 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%zero_35 : tensor<512x512xf32>) -> tensor<512x512xf32>
  %init_71 = tensor.empty() : tensor<32x512xf32>
  %zero_36 = linalg.fill ins(%cst : f32) outs(%init_71 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %d_h1_2 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_a2_2, %W2 : tensor<32x512xf32>, tensor<512x512xf32>) outs(%zero_36 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_72 = tensor.empty() : tensor<32x512xf32>
  %d_a1_2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h1_2, %a1_2 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%init_72 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x512xf32>
  %init_73 = tensor.empty() : tensor<512xf32>
  %zero_37 = linalg.fill ins(%cst : f32) outs(%init_73 : tensor<512xf32>) -> tensor<512xf32>
  %d_b1_2 = linalg.reduce { arith.addf } ins(%d_a1_2 : tensor<32x512xf32>) outs(%zero_37 : tensor<512xf32>) dimensions = [0]
  %init_74 = tensor.empty() : tensor<784x512xf32>
  %zero_38 = linalg.fill ins(%cst : f32) outs(%init_74 : tensor<784x512xf32>) -> tensor<784x512xf32>
  %d_W1_2 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%images2, %d_a1_2 : tensor<32x784xf32>, tensor<32x512xf32>) outs(%zero_38 : tensor<784x512xf32>) -> tensor<784x512xf32>
  %images3 = tensor.extract_slice %images[96, 0] [32, 784] [1, 1] : tensor<128x784xf32> to tensor<32x784xf32>
  %targets3 = tensor.extract_slice %targets[96, 0] [32, 10] [1, 1] : tensor<128x10xf32> to tensor<32x10xf32>
  %init_75 = tensor.empty() : tensor<32x512xf32>
  %zero_39 = linalg.fill ins(%cst : f32) outs(%init_75 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %z1_3 = linalg.matmul ins(%images3, %W1 : tensor<32x784xf32>, tensor<784x512xf32>) outs(%zero_39 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_76 = tensor.empty() : tensor<32x512xf32>
  %a1_3 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z1_3, %b1 : tensor<32x512xf32>, tensor<512xf32>) outs(%init_76 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_77 = tensor.empty() : tensor<32x512xf32>
  %h1_3 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a1_3 : tensor<32x512xf32>) outs(%init_77 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_78 = tensor.empty() : tensor<32x512xf32>
  %zero_40 = linalg.fill ins(%cst : f32) outs(%init_78 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %z2_3 = linalg.matmul ins(%h1_3, %W2 : tensor<32x512xf32>, tensor<512x512xf32>) outs(%zero_40 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_79 = tensor.empty() : tensor<32x512xf32>
  %a2_3 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z2_3, %b2 : tensor<32x512xf32>, tensor<512xf32>) outs(%init_79 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_80 = tensor.empty() : tensor<32x512xf32>
  %h2_3 = linalg.generic {indexing_maps = [#map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a2_3 : tensor<32x512xf32>) outs(%init_80 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.maximumf %x0, %cst : f32
    linalg.yield %t0 : f32
  } -> tensor<32x512xf32>
  %init_81 = tensor.empty() : tensor<32x10xf32>
  %zero_41 = linalg.fill ins(%cst : f32) outs(%init_81 : tensor<32x10xf32>) -> tensor<32x10xf32>
  %z3_3 = linalg.matmul ins(%h2_3, %W3 : tensor<32x512xf32>, tensor<512x10xf32>) outs(%zero_41 : tensor<32x10xf32>) -> tensor<32x10xf32>
  %init_82 = tensor.empty() : tensor<32x10xf32>
  %a3_3 = linalg.generic {indexing_maps = [#map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%z3_3, %b3 : tensor<32x10xf32>, tensor<10xf32>) outs(%init_82 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<32x10xf32>
  %init_83 = tensor.empty() : tensor<32xf32>
  %fill_3 = linalg.fill ins(%cst_1 : f32) outs(%init_83 : tensor<32xf32>) -> tensor<32xf32>
  %logits_max_3 = linalg.reduce { arith.maximumf } ins(%a3_3 : tensor<32x10xf32>) outs(%fill_3 : tensor<32xf32>) dimensions = [1]
  %init_84 = tensor.empty() : tensor<32x10xf32>
  %exps_3 = linalg.generic {indexing_maps = [#map0, #map2, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3_3, %logits_max_3 : tensor<32x10xf32>, tensor<32xf32>) outs(%init_84 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.subf %x0, %x1 : f32
    %t1 = math.exp %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<32x10xf32>
  %init_85 = tensor.empty() : tensor<32xf32>
  %zero_42 = linalg.fill ins(%cst : f32) outs(%init_85 : tensor<32xf32>) -> tensor<32xf32>
  %exps_sum_3 = linalg.reduce { arith.addf } ins(%exps_3 : tensor<32x10xf32>) outs(%zero_42 : tensor<32xf32>) dimensions = [1]
  %init_86 = tensor.empty() : tensor<32x10xf32>
  %losses_3 = linalg.generic {indexing_maps = [#map0, #map2, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%a3_3, %logits_max_3, %exps_sum_3, %targets3 : tensor<32x10xf32>, tensor<32xf32>, tensor<32xf32>, tensor<32x10xf32>) outs(%init_86 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %x3: f32, %out: f32):
    %t0 = math.log %x2 : f32
    %t1 = arith.subf %x0, %x1 : f32
    %t2 = arith.subf %t0, %t1 : f32
    %t3 = arith.mulf %x3, %t2 : f32
    linalg.yield %t3 : f32
  } -> tensor<32x10xf32>
  %init_87 = tensor.empty() : tensor<f32>
  %zero_43 = linalg.fill ins(%cst : f32) outs(%init_87 : tensor<f32>) -> tensor<f32>
  %loss_sum_3 = linalg.reduce { arith.addf } ins(%losses_3 : tensor<32x10xf32>) outs(%zero_43 : tensor<f32>) dimensions = [0, 1]
  %init_88 = tensor.empty() : tensor<f32>
  %loss_3 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = []} ins(%loss_sum_3 : tensor<f32>) outs(%init_88 : tensor<f32>) {
  ^bb0(%x0: f32, %out: f32):
    %t0 = arith.mulf %x0, %cst_2 : f32
    linalg.yield %t0 : f32
  } -> tensor<f32>
  %init_89 = tensor.empty() : tensor<32x10xf32>
  %d_logits_3 = linalg.generic {indexing_maps = [#map0, #map2, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%exps_3, %exps_sum_3, %targets3 : tensor<32x10xf32>, tensor<32xf32>, tensor<32x10xf32>) outs(%init_89 : tensor<32x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
    %t0 = arith.divf %x0, %x1 : f32
    %t1 = arith.subf %t0, %x2 : f32
    %t2 = arith.mulf %cst_2, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x10xf32>
  %init_90 = tensor.empty() : tensor<10xf32>
  %zero_44 = linalg.fill ins(%cst : f32) outs(%init_90 : tensor<10xf32>) -> tensor<10xf32>
  %d_b3_3 = linalg.reduce { arith.addf } ins(%d_logits_3 : tensor<32x10xf32>) outs(%zero_44 : tensor<10xf32>) dimensions = [0]
  %init_91 = tensor.empty() : tensor<512x10xf32>
  %zero_45 = linalg.fill ins(%cst : f32) outs(%init_91 : tensor<512x10xf32>) -> tensor<512x10xf32>
  %d_W3_3 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h2_3, %d_logits_3 : tensor<32x512xf32>, tensor<32x10xf32>) outs(%zero_45 : tensor<512x10xf32>) -> tensor<512x10xf32>
  %init_92 = tensor.empty() : tensor<32x512xf32>
  %zero_46 = linalg.fill ins(%cst : f32) outs(%init_92 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %d_h2_3 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_logits_3, %W3 : tensor<32x10xf32>, tensor<512x10xf32>) outs(%zero_46 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_93 = tensor.empty() : tensor<32x512xf32>
  %d_a2_3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h2_3, %a2_3 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%init_93 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x512xf32>
  %init_94 = tensor.empty() : tensor<512xf32>
  %zero_47 = linalg.fill ins(%cst : f32) outs(%init_94 : tensor<512xf32>) -> tensor<512xf32>
  %d_b2_3 = linalg.reduce { arith.addf } ins(%d_a2_3 : tensor<32x512xf32>) outs(%zero_47 : tensor<512xf32>) dimensions = [0]
  %init_95 = tensor.empty() : tensor<512x512xf32>
  %zero_48 = linalg.fill ins(%cst : f32) outs(%init_95 : tensor<512x512xf32>) -> tensor<512x512xf32>
  %d_W2_3 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%h1_3, %d_a2_3 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%zero_48 : tensor<512x512xf32>) -> tensor<512x512xf32>
  %init_96 = tensor.empty() : tensor<32x512xf32>
  %zero_49 = linalg.fill ins(%cst : f32) outs(%init_96 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %d_h1_3 = linalg.contract indexing_maps = [#map7, #map8, #map6] ins(%d_a2_3, %W2 : tensor<32x512xf32>, tensor<512x512xf32>) outs(%zero_49 : tensor<32x512xf32>) -> tensor<32x512xf32>
  %init_97 = tensor.empty() : tensor<32x512xf32>
  %d_a1_3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_h1_3, %a1_3 : tensor<32x512xf32>, tensor<32x512xf32>) outs(%init_97 : tensor<32x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.cmpf ogt, %x1, %cst : f32
    %t1 = arith.select %t0, %cst_3, %cst : f32
    %t2 = arith.mulf %x0, %t1 : f32
    linalg.yield %t2 : f32
  } -> tensor<32x512xf32>
  %init_98 = tensor.empty() : tensor<512xf32>
  %zero_50 = linalg.fill ins(%cst : f32) outs(%init_98 : tensor<512xf32>) -> tensor<512xf32>
  %d_b1_3 = linalg.reduce { arith.addf } ins(%d_a1_3 : tensor<32x512xf32>) outs(%zero_50 : tensor<512xf32>) dimensions = [0]
  %init_99 = tensor.empty() : tensor<784x512xf32>
  %zero_51 = linalg.fill ins(%cst : f32) outs(%init_99 : tensor<784x512xf32>) -> tensor<784x512xf32>
  %d_W1_3 = linalg.contract indexing_maps = [#map4, #map5, #map6] ins(%images3, %d_a1_3 : tensor<32x784xf32>, tensor<32x512xf32>) outs(%zero_51 : tensor<784x512xf32>) -> tensor<784x512xf32>
  %init_100 = tensor.empty() : tensor<f32>
  %loss_total = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = []} ins(%loss, %loss_1 : tensor<f32>, tensor<f32>) outs(%init_100 : tensor<f32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<f32>
  %init_101 = tensor.empty() : tensor<f32>
  %loss_total_1 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = []} ins(%loss_total, %loss_2 : tensor<f32>, tensor<f32>) outs(%init_101 : tensor<f32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<f32>
  %init_102 = tensor.empty() : tensor<f32>
  %loss_total_2 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = []} ins(%loss_total_1, %loss_3 : tensor<f32>, tensor<f32>) outs(%init_102 : tensor<f32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<f32>
  %init_103 = tensor.empty() : tensor<784x512xf32>
  %total_W1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_W1, %d_W1_1 : tensor<784x512xf32>, tensor<784x512xf32>) outs(%init_103 : tensor<784x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<784x512xf32>
  %init_104 = tensor.empty() : tensor<784x512xf32>
  %total_W1_1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%total_W1, %d_W1_2 : tensor<784x512xf32>, tensor<784x512xf32>) outs(%init_104 : tensor<784x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<784x512xf32>
  %init_105 = tensor.empty() : tensor<784x512xf32>
  %total_W1_2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%total_W1_1, %d_W1_3 : tensor<784x512xf32>, tensor<784x512xf32>) outs(%init_105 : tensor<784x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<784x512xf32>
  %init_106 = tensor.empty() : tensor<512xf32>
  %total_b1 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%d_b1, %d_b1_1 : tensor<512xf32>, tensor<512xf32>) outs(%init_106 : tensor<512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512xf32>
  %init_107 = tensor.empty() : tensor<512xf32>
  %total_b1_1 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%total_b1, %d_b1_2 : tensor<512xf32>, tensor<512xf32>) outs(%init_107 : tensor<512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512xf32>
  %init_108 = tensor.empty() : tensor<512xf32>
  %total_b1_2 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%total_b1_1, %d_b1_3 : tensor<512xf32>, tensor<512xf32>) outs(%init_108 : tensor<512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512xf32>
  %init_109 = tensor.empty() : tensor<512x512xf32>
  %total_W2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_W2, %d_W2_1 : tensor<512x512xf32>, tensor<512x512xf32>) outs(%init_109 : tensor<512x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512x512xf32>
  %init_110 = tensor.empty() : tensor<512x512xf32>
  %total_W2_1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%total_W2, %d_W2_2 : tensor<512x512xf32>, tensor<512x512xf32>) outs(%init_110 : tensor<512x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512x512xf32>
  %init_111 = tensor.empty() : tensor<512x512xf32>
  %total_W2_2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%total_W2_1, %d_W2_3 : tensor<512x512xf32>, tensor<512x512xf32>) outs(%init_111 : tensor<512x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512x512xf32>
  %init_112 = tensor.empty() : tensor<512xf32>
  %total_b2 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%d_b2, %d_b2_1 : tensor<512xf32>, tensor<512xf32>) outs(%init_112 : tensor<512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512xf32>
  %init_113 = tensor.empty() : tensor<512xf32>
  %total_b2_1 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%total_b2, %d_b2_2 : tensor<512xf32>, tensor<512xf32>) outs(%init_113 : tensor<512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512xf32>
  %init_114 = tensor.empty() : tensor<512xf32>
  %total_b2_2 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%total_b2_1, %d_b2_3 : tensor<512xf32>, tensor<512xf32>) outs(%init_114 : tensor<512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512xf32>
  %init_115 = tensor.empty() : tensor<512x10xf32>
  %total_W3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%d_W3, %d_W3_1 : tensor<512x10xf32>, tensor<512x10xf32>) outs(%init_115 : tensor<512x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512x10xf32>
  %init_116 = tensor.empty() : tensor<512x10xf32>
  %total_W3_1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%total_W3, %d_W3_2 : tensor<512x10xf32>, tensor<512x10xf32>) outs(%init_116 : tensor<512x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512x10xf32>
  %init_117 = tensor.empty() : tensor<512x10xf32>
  %total_W3_2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%total_W3_1, %d_W3_3 : tensor<512x10xf32>, tensor<512x10xf32>) outs(%init_117 : tensor<512x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<512x10xf32>
  %init_118 = tensor.empty() : tensor<10xf32>
  %total_b3 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%d_b3, %d_b3_1 : tensor<10xf32>, tensor<10xf32>) outs(%init_118 : tensor<10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<10xf32>
  %init_119 = tensor.empty() : tensor<10xf32>
  %total_b3_1 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%total_b3, %d_b3_2 : tensor<10xf32>, tensor<10xf32>) outs(%init_119 : tensor<10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<10xf32>
  %init_120 = tensor.empty() : tensor<10xf32>
  %total_b3_2 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%total_b3_1, %d_b3_3 : tensor<10xf32>, tensor<10xf32>) outs(%init_120 : tensor<10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.addf %x0, %x1 : f32
    linalg.yield %t0 : f32
  } -> tensor<10xf32>
  %init_121 = tensor.empty() : tensor<784x512xf32>
  %new_W1 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%W1, %total_W1_2 : tensor<784x512xf32>, tensor<784x512xf32>) outs(%init_121 : tensor<784x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x1 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<784x512xf32>
  %init_122 = tensor.empty() : tensor<512xf32>
  %new_b1 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%b1, %total_b1_2 : tensor<512xf32>, tensor<512xf32>) outs(%init_122 : tensor<512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x1 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<512xf32>
  %init_123 = tensor.empty() : tensor<512x512xf32>
  %new_W2 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%W2, %total_W2_2 : tensor<512x512xf32>, tensor<512x512xf32>) outs(%init_123 : tensor<512x512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x1 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<512x512xf32>
  %init_124 = tensor.empty() : tensor<512xf32>
  %new_b2 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%b2, %total_b2_2 : tensor<512xf32>, tensor<512xf32>) outs(%init_124 : tensor<512xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x1 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<512xf32>
  %init_125 = tensor.empty() : tensor<512x10xf32>
  %new_W3 = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%W3, %total_W3_2 : tensor<512x10xf32>, tensor<512x10xf32>) outs(%init_125 : tensor<512x10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x1 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<512x10xf32>
  %init_126 = tensor.empty() : tensor<10xf32>
  %new_b3 = linalg.generic {indexing_maps = [#map9, #map9, #map9], iterator_types = ["parallel"]} ins(%b3, %total_b3_2 : tensor<10xf32>, tensor<10xf32>) outs(%init_126 : tensor<10xf32>) {
  ^bb0(%x0: f32, %x1: f32, %out: f32):
    %t0 = arith.mulf %cst_4, %x1 : f32
    %t1 = arith.subf %x0, %t0 : f32
    linalg.yield %t1 : f32
  } -> tensor<10xf32>
  return %loss_total_2, %new_W1, %new_b1, %new_W2, %new_b2, %new_W3, %new_b3 : tensor<f32>, tensor<784x512xf32>, tensor<512xf32>, tensor<512x512xf32>, tensor<512xf32>, tensor<512x10xf32>, tensor<10xf32>
}
