-- The Mandelbrot set. Stresses: float arithmetic in locals, nested loops. Twin of mandelbrot.duet.

local function run(size)
  local inside, turns = 0, 0
  for row = 0, size - 1 do
    local ci = 2.0 * row / size - 1.0
    for column = 0, size - 1 do
      local cr = 2.0 * column / size - 1.5
      local zr, zi, rr, ii = 0.0, 0.0, 0.0, 0.0
      local turn = 0
      while turn < 50 do
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0 then break end
        turn = turn + 1
      end
      if turn == 50 then inside = inside + 1 else turns = turns + turn end
    end
  end
  return inside .. " " .. turns
end

print(run(tonumber(arg[1]) or 800))
