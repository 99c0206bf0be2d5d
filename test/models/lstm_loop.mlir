// LSTM layer over 20 steps: scf.for with iter_args.
// Architecture: Hochreiter and Schmidhuber, "Long short-term memory", 1997, at
// the sizes of Zaremba et al., "Recurrent neural network regularization", 2014
// (small model).
// Sizes: 20 steps, batch 20, width 200, f32. Results: outputs of all steps, last h, last c.

#map0 = affine_map<(d0, d1) -> (d0, d1)>
#map1 = affine_map<(d0, d1) -> (d1)>

func.func @lstm(
    %x: tensor<20x20x200xf32>,
    %h0: tensor<20x200xf32> {bufferization.writable = false},
    %c0: tensor<20x200xf32> {bufferization.writable = false},
    %Wi: tensor<200x200xf32>,
    %Ui: tensor<200x200xf32>,
    %bi: tensor<200xf32>,
    %Wf: tensor<200x200xf32>,
    %Uf: tensor<200x200xf32>,
    %bf: tensor<200xf32>,
    %Wg: tensor<200x200xf32>,
    %Ug: tensor<200x200xf32>,
    %bg: tensor<200xf32>,
    %Wo: tensor<200x200xf32>,
    %Uo: tensor<200x200xf32>,
    %bo: tensor<200xf32>)
    -> (tensor<20x20x200xf32>, tensor<20x200xf32>, tensor<20x200xf32>) {
  %c0_1 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c20 = arith.constant 20 : index
  %cst = arith.constant 0.0 : f32
  %cst_1 = arith.constant 1.0 : f32
  %init = tensor.empty() : tensor<20x20x200xf32>
  %loop:3 = scf.for %t = %c0_1 to %c20 step %c1 iter_args(%ys = %init, %h = %h0, %c = %c0) -> (tensor<20x20x200xf32>, tensor<20x200xf32>, tensor<20x200xf32>) {
    %x_t = tensor.extract_slice %x[%t, 0, 0] [1, 20, 200] [1, 1, 1] : tensor<20x20x200xf32> to tensor<20x200xf32>
    %init_1 = tensor.empty() : tensor<20x200xf32>
    %zero = linalg.fill ins(%cst : f32) outs(%init_1 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %i_x = linalg.matmul ins(%x_t, %Wi : tensor<20x200xf32>, tensor<200x200xf32>) outs(%zero : tensor<20x200xf32>) -> tensor<20x200xf32>
    %init_2 = tensor.empty() : tensor<20x200xf32>
    %zero_1 = linalg.fill ins(%cst : f32) outs(%init_2 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %i_h = linalg.matmul ins(%h, %Ui : tensor<20x200xf32>, tensor<200x200xf32>) outs(%zero_1 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %init_3 = tensor.empty() : tensor<20x200xf32>
    %i = linalg.generic {indexing_maps = [#map0, #map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%i_x, %i_h, %bi : tensor<20x200xf32>, tensor<20x200xf32>, tensor<200xf32>) outs(%init_3 : tensor<20x200xf32>) {
    ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
      %t0 = arith.addf %x0, %x1 : f32
      %t1 = arith.addf %t0, %x2 : f32
      %t2 = arith.negf %t1 : f32
      %t3 = math.exp %t2 : f32
      %t4 = arith.addf %cst_1, %t3 : f32
      %t5 = arith.divf %cst_1, %t4 : f32
      linalg.yield %t5 : f32
    } -> tensor<20x200xf32>
    %init_4 = tensor.empty() : tensor<20x200xf32>
    %zero_2 = linalg.fill ins(%cst : f32) outs(%init_4 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %f_x = linalg.matmul ins(%x_t, %Wf : tensor<20x200xf32>, tensor<200x200xf32>) outs(%zero_2 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %init_5 = tensor.empty() : tensor<20x200xf32>
    %zero_3 = linalg.fill ins(%cst : f32) outs(%init_5 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %f_h = linalg.matmul ins(%h, %Uf : tensor<20x200xf32>, tensor<200x200xf32>) outs(%zero_3 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %init_6 = tensor.empty() : tensor<20x200xf32>
    %f = linalg.generic {indexing_maps = [#map0, #map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%f_x, %f_h, %bf : tensor<20x200xf32>, tensor<20x200xf32>, tensor<200xf32>) outs(%init_6 : tensor<20x200xf32>) {
    ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
      %t0 = arith.addf %x0, %x1 : f32
      %t1 = arith.addf %t0, %x2 : f32
      %t2 = arith.negf %t1 : f32
      %t3 = math.exp %t2 : f32
      %t4 = arith.addf %cst_1, %t3 : f32
      %t5 = arith.divf %cst_1, %t4 : f32
      linalg.yield %t5 : f32
    } -> tensor<20x200xf32>
    %init_7 = tensor.empty() : tensor<20x200xf32>
    %zero_4 = linalg.fill ins(%cst : f32) outs(%init_7 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %g_x = linalg.matmul ins(%x_t, %Wg : tensor<20x200xf32>, tensor<200x200xf32>) outs(%zero_4 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %init_8 = tensor.empty() : tensor<20x200xf32>
    %zero_5 = linalg.fill ins(%cst : f32) outs(%init_8 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %g_h = linalg.matmul ins(%h, %Ug : tensor<20x200xf32>, tensor<200x200xf32>) outs(%zero_5 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %init_9 = tensor.empty() : tensor<20x200xf32>
    %g = linalg.generic {indexing_maps = [#map0, #map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%g_x, %g_h, %bg : tensor<20x200xf32>, tensor<20x200xf32>, tensor<200xf32>) outs(%init_9 : tensor<20x200xf32>) {
    ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
      %t0 = arith.addf %x0, %x1 : f32
      %t1 = arith.addf %t0, %x2 : f32
      %t2 = math.tanh %t1 : f32
      linalg.yield %t2 : f32
    } -> tensor<20x200xf32>
    %init_10 = tensor.empty() : tensor<20x200xf32>
    %zero_6 = linalg.fill ins(%cst : f32) outs(%init_10 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %o_x = linalg.matmul ins(%x_t, %Wo : tensor<20x200xf32>, tensor<200x200xf32>) outs(%zero_6 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %init_11 = tensor.empty() : tensor<20x200xf32>
    %zero_7 = linalg.fill ins(%cst : f32) outs(%init_11 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %o_h = linalg.matmul ins(%h, %Uo : tensor<20x200xf32>, tensor<200x200xf32>) outs(%zero_7 : tensor<20x200xf32>) -> tensor<20x200xf32>
    %init_12 = tensor.empty() : tensor<20x200xf32>
    %o = linalg.generic {indexing_maps = [#map0, #map0, #map1, #map0], iterator_types = ["parallel", "parallel"]} ins(%o_x, %o_h, %bo : tensor<20x200xf32>, tensor<20x200xf32>, tensor<200xf32>) outs(%init_12 : tensor<20x200xf32>) {
    ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
      %t0 = arith.addf %x0, %x1 : f32
      %t1 = arith.addf %t0, %x2 : f32
      %t2 = arith.negf %t1 : f32
      %t3 = math.exp %t2 : f32
      %t4 = arith.addf %cst_1, %t3 : f32
      %t5 = arith.divf %cst_1, %t4 : f32
      linalg.yield %t5 : f32
    } -> tensor<20x200xf32>
    %c_new = linalg.generic {indexing_maps = [#map0, #map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%f, %i, %g : tensor<20x200xf32>, tensor<20x200xf32>, tensor<20x200xf32>) outs(%c : tensor<20x200xf32>) {
    ^bb0(%x0: f32, %x1: f32, %x2: f32, %out: f32):
      %t0 = arith.mulf %x0, %out : f32
      %t1 = arith.mulf %x1, %x2 : f32
      %t2 = arith.addf %t0, %t1 : f32
      linalg.yield %t2 : f32
    } -> tensor<20x200xf32>
    %h_new = linalg.generic {indexing_maps = [#map0, #map0, #map0], iterator_types = ["parallel", "parallel"]} ins(%o, %c_new : tensor<20x200xf32>, tensor<20x200xf32>) outs(%h : tensor<20x200xf32>) {
    ^bb0(%x0: f32, %x1: f32, %out: f32):
      %t0 = math.tanh %x1 : f32
      %t1 = arith.mulf %x0, %t0 : f32
      linalg.yield %t1 : f32
    } -> tensor<20x200xf32>
    %ys_new = tensor.insert_slice %h_new into %ys[%t, 0, 0] [1, 20, 200] [1, 1, 1] : tensor<20x200xf32> into tensor<20x20x200xf32>
    scf.yield %ys_new, %h_new, %c_new : tensor<20x20x200xf32>, tensor<20x200xf32>, tensor<20x200xf32>
  }
  return %loop#0, %loop#1, %loop#2 : tensor<20x20x200xf32>, tensor<20x200xf32>, tensor<20x200xf32>
}
