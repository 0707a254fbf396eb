import { barShapes, extentOf } from "./bar-shape.ts";
import { type Block, INNER, labelledValue, lineHeight, PAD, STYLES, stack, textAt } from "./block.ts";
import type { Shape } from "./scene.ts";
import type { Share, ShareChart } from "./spec.ts";

const BAR = 58;
const TICKS = [0, 0.5, 1] as const;

/** Shares as the filled part of a bar that stands for the whole, a row each; one scale from 0 to 100 % below. */
export function partsBlock({ shares }: ShareChart): Block {
  return stack(
    [...shares.map(shareRow), shares.some((s) => s.whole !== undefined) ? NOTHING : scaleBlock()],
    shares.length > 5 ? 22 : 32,
  );
}

const NOTHING: Block = { height: 0, draw: () => [] };

function shareRow(share: Share): Block {
  const head = labelledValue(share.label, share.shown);
  const extent = extentOf(share, INNER, INNER);
  const under = share.part !== undefined && share.whole !== undefined ? lineHeight(STYLES.axis) + 8 : 0;
  return {
    height: head.height + 10 + BAR + under,
    draw: (top) => {
      const y = top + head.height + 10;
      const track: Shape = { kind: "rect", x: PAD, y, width: INNER, height: BAR, radius: 4, fill: "track" };
      const bar = barShapes(extent, { zero: PAD, y, height: BAR, sign: 1, fill: "accent" });
      const line = y + BAR + 8 + STYLES.axis.size;
      const ends =
        under > 0
          ? [
              textAt(share.part ?? "", PAD, line, STYLES.axis),
              textAt(share.whole ?? "", PAD + INNER, line, STYLES.axis, "end"),
            ]
          : [];
      return [...head.draw(top), track, ...bar, ...ends];
    },
  };
}

function scaleBlock(): Block {
  const anchors = ["start", "middle", "end"] as const;
  return {
    height: lineHeight(STYLES.axis),
    draw: (top) =>
      TICKS.map((tick, i) =>
        textAt(
          `${tick * 100}%`,
          PAD + tick * INNER,
          top + STYLES.axis.size - 8,
          STYLES.axis,
          anchors[i] ?? "middle",
        ),
      ),
  };
}
