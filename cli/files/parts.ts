import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What comes with the tool beside its program, and where it stands in the packages that it is made from. */
const PARTS = {
    'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
    'Arimo-Regular.ttf': '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
    'Arimo-Bold.ttf': '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
} as const;

export type Part = keyof typeof PARTS;

/**
 * Reads what comes with the tool: of a built one from the folder beside its program, of sources from their packages.
 *
 * @param tool the folder of the program
 */
export async function readPart(tool: string, part: Part): Promise<Uint8Array> {
    return readFile(join(tool, 'parts', part)).catch(async (error: unknown) => {
        return readFile(join(tool, '..', 'node_modules', PARTS[part])).catch(() => {
            throw error;
        });
    });
}
