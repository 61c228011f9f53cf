import { distinct, safeName } from './paths.js';

/**
 * The name of the folder of each interventie, in the same order. Where two would have one folder, on a file system that
 * knows no case either, both get the name of their file behind it.
 */
export function folderNames(interventions: readonly { readonly name: string; readonly path: string }[]): string[] {
    const plain = interventions.map(({ name }) => safeName(name));
    const amounts = new Map<string, number>();
    for (const name of plain) {
        amounts.set(name.toLowerCase(), (amounts.get(name.toLowerCase()) ?? 0) + 1);
    }
    const taken = new Set<string>();
    return interventions.map(({ path }, index) => {
        const name = plain[index] ?? '';
        const alone = (amounts.get(name.toLowerCase()) ?? 0) < 2;
        return distinct(alone ? name : safeName(`${name}-${fileName(path)}`), taken);
    });
}

/** The name of a file without its folder and extension. @param path with `/` */
function fileName(path: string): string {
    return path.slice(path.lastIndexOf('/') + 1).replace(/\.draaiboek$/, '');
}
