import type * as Resvgs from '@resvg/resvg-wasm';
import type { Host } from '../host.js';

/** A drawing of more points is made smaller, so that what shows it can hold it. */
const MOST_POINTS = 40_000_000;
/** One of fewer is made larger, to be sharp on paper; more takes time that nobody sees. */
const FEW_POINTS = 2_500_000;
const MOST_ZOOM = 1.5;

/**
 * Loads what makes a picture of points of a drawing. It uses no font but those that come with the tool, so that the same
 * drawing gives the same bytes everywhere.
 */
export async function loadPoints(host: Pick<Host, 'readPart'>): Promise<(svg: string) => Uint8Array> {
    const [Resvg, ...fonts] = await Promise.all([
        loadResvg(host),
        host.readPart('Arimo-Regular.ttf'),
        host.readPart('Arimo-Bold.ttf'),
    ]);
    const font = { fontBuffers: fonts, loadSystemFonts: false, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' };
    // a document holds the same drawings as those outputs
    const made = new Map<string, Uint8Array>();
    return (svg) => {
        const before = made.get(svg);
        if (before) {
            return before;
        }
        const { width, height } = sizeOf(svg);
        const points = width * height;
        const larger = Math.max(1, Math.min(MOST_ZOOM, Math.sqrt(FEW_POINTS / points)));
        const zoom = Math.min(larger, Math.sqrt(MOST_POINTS / points));
        const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
        const image = drawing.render();
        const bytes = image.asPng();
        image.free();
        drawing.free();
        made.set(svg, bytes);
        return bytes;
    };
}

/** Loads what reads drawings; it may be started once in a process. */
export async function loadResvg({ readPart }: Pick<Host, 'readPart'>): Promise<typeof Resvgs.Resvg> {
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
    starting ??= readPart('resvg.wasm').then(initWasm);
    await starting;
    return Resvg;
}

let starting: Promise<void> | undefined;

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
    const [, width = '1', height = '1'] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    return { width: Number(width), height: Number(height) };
}
