import type { Host } from '../host.js';

/** As many points as a screen shows without being slow; a drawing that is larger is made smaller. */
const MOST_POINTS = 10_000_000;
const MOST_ZOOM = 2;

/**
 * Loads what makes a picture of points of a drawing. It uses no font but those that come with the tool, so that the same
 * drawing gives the same bytes everywhere.
 */
export async function loadPoints({ readPart }: Host): Promise<(svg: string) => Uint8Array> {
    const [{ initWasm, Resvg }, program, ...fonts] = await Promise.all([
        import('@resvg/resvg-wasm'),
        readPart('resvg.wasm'),
        readPart('Arimo-Regular.ttf'),
        readPart('Arimo-Bold.ttf'),
    ]);
    // a second run in one process finds it there
    starting ??= initWasm(program);
    await starting;
    const font = { fontBuffers: fonts, loadSystemFonts: false, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' };
    return (svg) => {
        const { width, height } = sizeOf(svg);
        const zoom = Math.min(MOST_ZOOM, Math.sqrt(MOST_POINTS / (width * height)));
        const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
        const image = drawing.render();
        const bytes = image.asPng();
        image.free();
        drawing.free();
        return bytes;
    };
}

let starting: Promise<void> | undefined;

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
    const [, width = '1', height = '1'] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    return { width: Number(width), height: Number(height) };
}
