/** A rectangle of the picture, in its pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the straight line from the middle of a rectangle to a point outside leaves it. */
export function borderPoint({ x, y, width, height }: Rectangle, towards: Point): Point {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const across = towards.x - middle.x;
  const down = towards.y - middle.y;
  const scale = Math.min(across === 0 ? Infinity : width / 2 / Math.abs(across), down === 0 ? Infinity : height / 2 / Math.abs(down));
  return Number.isFinite(scale) ? { x: middle.x + across * scale, y: middle.y + down * scale } : middle;
}

/** The middle of a rectangle. */
export function middleOf({ x, y, width, height }: Rectangle): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
