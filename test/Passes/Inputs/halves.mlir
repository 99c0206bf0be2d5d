// What is inserted is best written where it goes.
func.func @halves(%f: f32, %g: f32) -> tensor<1024xf32> {
  %ex = tensor.empty() : tensor<512xf32>
  %x = linalg.fill ins(%f : f32) outs(%ex : tensor<512xf32>) -> tensor<512xf32>
  %e = tensor.empty() : tensor<1024xf32>
  %0 = tensor.insert_slice %x into %e[0] [512] [1] : tensor<512xf32> into tensor<1024xf32>
  %ey = tensor.empty() : tensor<512xf32>
  %y = linalg.fill ins(%g : f32) outs(%ey : tensor<512xf32>) -> tensor<512xf32>
  %1 = tensor.insert_slice %y into %0[512] [512] [1] : tensor<512xf32> into tensor<1024xf32>
  return %1 : tensor<1024xf32>
}
