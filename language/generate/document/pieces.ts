import type { Picture } from './document.js';

export interface Size {
    readonly width: number;
    readonly height: number;
}

/** The largest size of a picture on A4, in the unit of drawings in Word (English Metric Units, 360,000 in a centimetre). */
const MOST_OF_A_PICTURE = {
    upright: { width: 6_119_000, height: 7_900_000 },
    onItsSide: { width: 9_250_000, height: 5_150_000 },
} as const;

export function mostOfAPicture(landscape: boolean): Size {
    return MOST_OF_A_PICTURE[landscape ? 'onItsSide' : 'upright'];
}

const EMU_IN_A_PIXEL = 9525;

/** A part of a picture from top to bottom, in its pixels. */
export interface Piece {
    readonly from: number;
    readonly to: number;
}

/**
 * A picture at the width of the page, in pieces no higher than a page: cut where it may be cut. One that may not be cut, or a
 * piece that is still too high, is made smaller.
 */
export function piecesOf({ svg, cuts = [] }: Picture, most: Size): readonly Piece[] {
    const { width, height } = sizeOf(svg);
    const highest = (BEARABLE * most.height) / scaleTo(most, width);
    if (height <= highest) {
        return [{ from: 0, to: height }];
    }
    const top = Number(/viewBox="\S+ (\S+)/.exec(svg)?.[1] ?? 0);
    const places = [...cuts.map((y) => y - top), height];
    const pieces: Piece[] = [];
    let from = 0;
    places.forEach((place, i) => {
        const next = places[i + 1];
        if (next === undefined || next - from > highest) {
            pieces.push({ from, to: place });
            from = place;
        }
    });
    return pieces;
}

/** A picture that is little too high is rather made smaller than cut. */
const BEARABLE = 1.25;

/** By what a picture this wide is made larger or smaller. */
export function scaleTo(most: Size, width: number): number {
    return Math.min(EMU_IN_A_PIXEL, most.width / width);
}

/** The size of a drawing in its pixels. */
export function sizeOf(svg: string): Size {
    const [, width = '1', height = '1'] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    return { width: Number(width), height: Number(height) };
}
