import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { nameFrom, skeleton, titleFrom } from '../../language/skeleton.js';
import type { Language } from '../../language/text/bilingual.js';
import { makeFolders } from '../files/folder.js';
import { Complaint, EXIT } from '../complaint.js';
import { writingProblem } from '../files/errors.js';
import { EXTENSION, refuseEmpty, shownPath } from '../files/paths.js';
import { writeWhole } from '../files/write.js';
import type { Host } from '../host.js';
import { tell } from '../terminal.js';

/** Where a protocol starts when the user gives no name. */
const DEFAULT_FILE = `nieuw-protocol${EXTENSION}`;

/** `new [FILE]`: a protocol to start from. @returns the exit code */
export function create(file: string | undefined, language: Language, host: Host): number {
    if (file === '-') {
        host.stdout.write(skeleton('NieuwProtocol', 'Nieuw protocol'));
        return EXIT.fine;
    }
    refuseEmpty([file]);
    const wanted = file ?? DEFAULT_FILE;
    const path = resolve(host.cwd, wanted.endsWith(EXTENSION) ? wanted : `${wanted}${EXTENSION}`);
    const shown = shownPath(path, host.cwd);
    if (existsSync(path)) {
        throw new Complaint({
            nl: `${shown} bestaat al en is niet overschreven. Kies een andere naam.`,
            en: `${shown} exists and was not overwritten. Choose another name.`,
        });
    }
    const title = titleFrom(basename(path, EXTENSION));
    try {
        makeFolders(dirname(path));
    } catch (error) {
        throw new Complaint(writingProblem(shownPath(dirname(path), host.cwd), error));
    }
    writeWhole(path, skeleton(nameFrom(title), title), shown);
    tell(host, language, {
        nl: `${shown} is gemaakt. Controleer het met: draaiboek check ${quoted(shown)}`,
        en: `${shown} was made. Check it with: draaiboek check ${quoted(shown)}`,
    });
    return EXIT.fine;
}

function quoted(path: string): string {
    return /[^\w./-]/.test(path) ? `"${path}"` : path;
}
