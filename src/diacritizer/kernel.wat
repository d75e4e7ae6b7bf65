;; y[t] += scales * (matrix · x[t]) for n characters: nearly all of the time that vowels take is spent
;; here. Put together by scripts/build-kernel.mjs into kernel-code.ts.
;;
;; Eight rows of the matrix stand side by side (a panel): w holds, panel by panel, column by column, the
;; eight int8 of that column, and scales one float32 a row. x holds n rows of float32, each as long as
;; the matrix has columns, and y n rows, each as long as it has rows, of which there are a multiple of 8.
(module
  (memory (export "memory") 1)

  ;; Six characters at once, so that each weight that is loaded is used six times: as many sums as the
  ;; registers of common processors hold.
  (func (export "six") (param $y i32) (param $w i32) (param $x i32) (param $n i32)
        (param $rows i32) (param $columns i32) (param $scales i32)
    (local $p i32) (local $row i32) (local $i i32) (local $at i32) (local $line i32)
    (local $x0 i32) (local $x1 i32) (local $x2 i32) (local $x3 i32) (local $x4 i32) (local $x5 i32)
    (local $w01 v128) (local $wa v128) (local $wb v128) (local $s v128)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128) (local $a4 v128) (local $a5 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128) (local $b4 v128) (local $b5 v128)
    (local.set $line (i32.shl (local.get $columns) (i32.const 2)))
    (loop $characters
      (local.set $p (local.get $w))
      (local.set $row (i32.const 0))
      (loop $panels
        (local.set $x0 (local.get $x))
        (local.set $x1 (i32.add (local.get $x0) (local.get $line)))
        (local.set $x2 (i32.add (local.get $x1) (local.get $line)))
        (local.set $x3 (i32.add (local.get $x2) (local.get $line)))
        (local.set $x4 (i32.add (local.get $x3) (local.get $line)))
        (local.set $x5 (i32.add (local.get $x4) (local.get $line)))
        (local.set $a0 (v128.const i32x4 0 0 0 0)) (local.set $b0 (v128.const i32x4 0 0 0 0))
        (local.set $a1 (v128.const i32x4 0 0 0 0)) (local.set $b1 (v128.const i32x4 0 0 0 0))
        (local.set $a2 (v128.const i32x4 0 0 0 0)) (local.set $b2 (v128.const i32x4 0 0 0 0))
        (local.set $a3 (v128.const i32x4 0 0 0 0)) (local.set $b3 (v128.const i32x4 0 0 0 0))
        (local.set $a4 (v128.const i32x4 0 0 0 0)) (local.set $b4 (v128.const i32x4 0 0 0 0))
        (local.set $a5 (v128.const i32x4 0 0 0 0)) (local.set $b5 (v128.const i32x4 0 0 0 0))
        (local.set $i (local.get $columns))
        (loop $column
          (local.set $w01 (v128.load8x8_s (local.get $p)))
          (local.set $wa (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $w01))))
          (local.set $wb (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $w01))))
          (local.set $s (v128.load32_splat (local.get $x0)))
          (local.set $a0 (f32x4.add (local.get $a0) (f32x4.mul (local.get $s) (local.get $wa))))
          (local.set $b0 (f32x4.add (local.get $b0) (f32x4.mul (local.get $s) (local.get $wb))))
          (local.set $s (v128.load32_splat (local.get $x1)))
          (local.set $a1 (f32x4.add (local.get $a1) (f32x4.mul (local.get $s) (local.get $wa))))
          (local.set $b1 (f32x4.add (local.get $b1) (f32x4.mul (local.get $s) (local.get $wb))))
          (local.set $s (v128.load32_splat (local.get $x2)))
          (local.set $a2 (f32x4.add (local.get $a2) (f32x4.mul (local.get $s) (local.get $wa))))
          (local.set $b2 (f32x4.add (local.get $b2) (f32x4.mul (local.get $s) (local.get $wb))))
          (local.set $s (v128.load32_splat (local.get $x3)))
          (local.set $a3 (f32x4.add (local.get $a3) (f32x4.mul (local.get $s) (local.get $wa))))
          (local.set $b3 (f32x4.add (local.get $b3) (f32x4.mul (local.get $s) (local.get $wb))))
          (local.set $s (v128.load32_splat (local.get $x4)))
          (local.set $a4 (f32x4.add (local.get $a4) (f32x4.mul (local.get $s) (local.get $wa))))
          (local.set $b4 (f32x4.add (local.get $b4) (f32x4.mul (local.get $s) (local.get $wb))))
          (local.set $s (v128.load32_splat (local.get $x5)))
          (local.set $a5 (f32x4.add (local.get $a5) (f32x4.mul (local.get $s) (local.get $wa))))
          (local.set $b5 (f32x4.add (local.get $b5) (f32x4.mul (local.get $s) (local.get $wb))))
          (local.set $x0 (i32.add (local.get $x0) (i32.const 4)))
          (local.set $x1 (i32.add (local.get $x1) (i32.const 4)))
          (local.set $x2 (i32.add (local.get $x2) (i32.const 4)))
          (local.set $x3 (i32.add (local.get $x3) (i32.const 4)))
          (local.set $x4 (i32.add (local.get $x4) (i32.const 4)))
          (local.set $x5 (i32.add (local.get $x5) (i32.const 4)))
          (local.set $p (i32.add (local.get $p) (i32.const 8)))
          (br_if $column (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))
        ;; Their sums, times the scale of each row.
        (local.set $at (i32.add (local.get $scales) (i32.shl (local.get $row) (i32.const 2))))
        (local.set $wa (v128.load (local.get $at)))
        (local.set $wb (v128.load offset=16 (local.get $at)))
        (local.set $at (i32.add (local.get $y) (i32.shl (local.get $row) (i32.const 2))))
        (call $add (local.get $at) (local.get $a0) (local.get $b0) (local.get $wa) (local.get $wb))
        (local.set $at (i32.add (local.get $at) (i32.shl (local.get $rows) (i32.const 2))))
        (call $add (local.get $at) (local.get $a1) (local.get $b1) (local.get $wa) (local.get $wb))
        (local.set $at (i32.add (local.get $at) (i32.shl (local.get $rows) (i32.const 2))))
        (call $add (local.get $at) (local.get $a2) (local.get $b2) (local.get $wa) (local.get $wb))
        (local.set $at (i32.add (local.get $at) (i32.shl (local.get $rows) (i32.const 2))))
        (call $add (local.get $at) (local.get $a3) (local.get $b3) (local.get $wa) (local.get $wb))
        (local.set $at (i32.add (local.get $at) (i32.shl (local.get $rows) (i32.const 2))))
        (call $add (local.get $at) (local.get $a4) (local.get $b4) (local.get $wa) (local.get $wb))
        (local.set $at (i32.add (local.get $at) (i32.shl (local.get $rows) (i32.const 2))))
        (call $add (local.get $at) (local.get $a5) (local.get $b5) (local.get $wa) (local.get $wb))
        (br_if $panels (i32.lt_u
          (local.tee $row (i32.add (local.get $row) (i32.const 8))) (local.get $rows))))
      (local.set $x (i32.add (local.get $x) (i32.mul (local.get $line) (i32.const 6))))
      (local.set $y (i32.add (local.get $y) (i32.mul (local.get $rows) (i32.const 24))))
      (br_if $characters (i32.gt_s
        (local.tee $n (i32.sub (local.get $n) (i32.const 6))) (i32.const 0)))))

  ;; One: what is left over, and the steps of a recurrent unit.
  (func (export "one") (param $y i32) (param $w i32) (param $x i32)
        (param $rows i32) (param $columns i32) (param $scales i32)
    (local $row i32) (local $i i32) (local $at i32)
    (local $x0 i32) (local $w01 v128) (local $s v128) (local $a v128) (local $b v128)
    (loop $panels
      (local.set $x0 (local.get $x))
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $i (local.get $columns))
      (loop $column
        (local.set $w01 (v128.load8x8_s (local.get $w)))
        (local.set $s (v128.load32_splat (local.get $x0)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $s)
          (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $w01))))))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $s)
          (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $w01))))))
        (local.set $x0 (i32.add (local.get $x0) (i32.const 4)))
        (local.set $w (i32.add (local.get $w) (i32.const 8)))
        (br_if $column (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))
      (local.set $at (i32.add (local.get $scales) (i32.shl (local.get $row) (i32.const 2))))
      (call $add
        (i32.add (local.get $y) (i32.shl (local.get $row) (i32.const 2)))
        (local.get $a) (local.get $b)
        (v128.load (local.get $at)) (v128.load offset=16 (local.get $at)))
      (br_if $panels (i32.lt_u
        (local.tee $row (i32.add (local.get $row) (i32.const 8))) (local.get $rows)))))

  ;; Adds eight sums, times their scales, to what is at an address.
  (func $add (param $at i32) (param $a v128) (param $b v128) (param $sa v128) (param $sb v128)
    (v128.store (local.get $at)
      (f32x4.add (v128.load (local.get $at)) (f32x4.mul (local.get $a) (local.get $sa))))
    (v128.store offset=16 (local.get $at)
      (f32x4.add (v128.load offset=16 (local.get $at)) (f32x4.mul (local.get $b) (local.get $sb)))))

  ;; y = x + what of y is above zero, for n numbers, four at once; n may be rounded up.
  (func (export "rectify") (param $y i32) (param $x i32) (param $n i32)
    (loop $numbers
      (v128.store (local.get $y) (f32x4.add
        (v128.load (local.get $x))
        (f32x4.pmax (v128.load (local.get $y)) (v128.const f32x4 0 0 0 0))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $numbers (i32.gt_s
        (local.tee $n (i32.sub (local.get $n) (i32.const 4))) (i32.const 0))))))
