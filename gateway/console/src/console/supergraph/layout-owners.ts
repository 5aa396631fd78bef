import type { PictureResource } from './linked-types';

/** Where an owner's box lies and how large it is, and where the entities lie in it, in pixels of the picture. */
export interface OwnerBox {
  readonly owner: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly entities: readonly { readonly type: string; readonly x: number; readonly y: number }[];
}

export const entitySize = { width: 164, height: 54 } as const;
export const titleHeight = 40;
const perRow = 3;
const gap = 14;
const between = { across: 72, down: 56 } as const;
const boxWidth = perRow * (entitySize.width + gap) + gap;

/** Two boxes beside each other, as many rows as it takes; in a box the entities by name, three in a row. */
export function layoutOwners(owners: readonly string[], resources: readonly PictureResource[]): OwnerBox[] {
  const boxes: OwnerBox[] = [];
  let y = 0;
  for (let first = 0; first < owners.length; first += 2) {
    const row = owners.slice(first, first + 2).map((owner, column) => boxOf(owner, resources, column * (boxWidth + between.across), y));
    const height = Math.max(...row.map((box) => box.height));
    boxes.push(...row.map((box) => ({ ...box, height })));
    y += height + between.down;
  }
  return boxes;
}

function boxOf(owner: string, resources: readonly PictureResource[], x: number, y: number): OwnerBox {
  const types = resources.filter((resource) => resource.owner === owner).map(({ type }) => type);
  const entities = types.map((type, index) => ({
    type,
    x: gap + (index % perRow) * (entitySize.width + gap),
    y: titleHeight + gap / 2 + Math.floor(index / perRow) * (entitySize.height + gap),
  }));
  const rows = Math.ceil(types.length / perRow);
  return { owner, x, y, width: boxWidth, height: titleHeight + gap / 2 + rows * (entitySize.height + gap), entities };
}
