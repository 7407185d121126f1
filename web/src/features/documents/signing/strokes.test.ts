import { describe, expect, it } from 'vitest'
import { Pen, pathOf } from './strokes'

describe('what a pen draws', () => {
  const touch = (x: number, y: number, time: number, pressure = 0.5) => ({ x, y, time, pressure })

  it('is kept in hundredths of a millimetre with time since the first touch', () => {
    const pen = new Pen(96, 48)
    expect(pen.isEmpty).toBe(true)
    pen.press(touch(0, 0, 1000))
    pen.move(touch(96, 48, 1100, 1))
    pen.lift()
    pen.press(touch(48, 24, 1500, 0))
    expect(pen.writing()).toEqual({ width: 2540, height: 1270, strokes: [[[0, 0, 0, 500], [2540, 1270, 100, 1000]], [[1270, 635, 500, 0]]] })
    expect(pathOf(pen.writing())).toBe('M0 0L2540 1270M1270 635')
  })

  it('stays on the pad and draws nothing while the pen is up', () => {
    const pen = new Pen(96, 48)
    expect(pen.move(touch(1, 1, 0))).toBeNull()
    pen.press(touch(-5, 90, 7))
    expect(pen.move(touch(200, -3, 9))).not.toBeNull()
    pen.lift()
    expect(pen.move(touch(5, 5, 11))).toBeNull()
    expect(pen.writing().strokes).toEqual([[[0, 1270, 0, 500], [2540, 0, 2, 500]]])
  })
})
