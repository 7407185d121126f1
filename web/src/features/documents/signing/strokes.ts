export interface Writing {
  width: number
  height: number
  strokes: number[][][]
}

/** A pixel of a web page is 1/96 inch; the pad is measured in hundredths of a millimetre. */
const UNIT = 2540 / 96

export interface Touch {
  x: number
  y: number
  time: number
  pressure: number
}

/** Collects what a pen or finger draws on a pad of the given size (pixels). */
export class Pen {
  private readonly strokes: number[][][] = []
  private begun: number | null = null
  private down = false

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  press(touch: Touch): void {
    this.begun ??= touch.time
    this.down = true
    this.strokes.push([this.point(touch)])
  }

  /** The last two points in pixels, to be drawn; nothing while the pen is up. */
  move(touch: Touch): { from: [number, number]; to: [number, number]; pressure: number } | null {
    const stroke = this.strokes.at(-1)
    const before = stroke?.at(-1)
    if (!this.down || !stroke || !before) return null
    const point = this.point(touch)
    stroke.push(point)
    const pixel = (each: number[]): [number, number] => [(each[0] ?? 0) / UNIT, (each[1] ?? 0) / UNIT]
    return { from: pixel(before), to: pixel(point), pressure: point[3] ?? 0 }
  }

  lift(): void {
    this.down = false
  }

  get isEmpty(): boolean {
    return this.strokes.length === 0
  }

  writing(): Writing {
    return { width: Math.round(this.width * UNIT), height: Math.round(this.height * UNIT), strokes: this.strokes }
  }

  private point({ x, y, time, pressure }: Touch): number[] {
    const inside = (value: number, size: number) => Math.min(Math.max(Math.round(value * UNIT), 0), Math.round(size * UNIT))
    const elapsed = Math.max(0, Math.round(time - (this.begun ?? time)))
    return [inside(x, this.width), inside(y, this.height), elapsed, Math.min(1000, Math.max(0, Math.round(pressure * 1000)))]
  }
}

/** The strokes as the path of an SVG in the measure of the pad. */
export function pathOf(writing: Writing): string {
  return writing.strokes.map((stroke) => stroke.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')).join('')
}
