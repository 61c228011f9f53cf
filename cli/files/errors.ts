import type { Bilingual } from '../../language/text/bilingual.js';

/** The code of a system error, such as `ENOENT`; undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const READING: Readonly<Record<string, Bilingual>> = {
    ENOENT: { nl: 'bestaat niet.', en: 'does not exist.' },
    ENOTDIR: {
        nl: 'bestaat niet: een deel van het pad is een bestand.',
        en: 'does not exist: part of the path is a file.',
    },
    EACCES: {
        nl: 'mag niet worden gelezen: vraag leesrechten.',
        en: 'may not be read: ask for permission to read it.',
    },
    EPERM: { nl: 'mag niet worden gelezen: vraag leesrechten.', en: 'may not be read: ask for permission to read it.' },
    EISDIR: { nl: 'is een map en geen bestand.', en: 'is a folder and not a file.' },
    ELOOP: { nl: 'is een verwijzing die naar zichzelf leidt.', en: 'is a link that leads to itself.' },
    ENAMETOOLONG: { nl: 'heeft een te lange naam.', en: 'has too long a name.' },
};

const WRITING: Readonly<Record<string, Bilingual>> = {
    ENOENT: {
        nl: 'kan niet worden geschreven: de map bestaat niet.',
        en: 'cannot be written: the folder does not exist.',
    },
    ENOTDIR: {
        nl: 'kan niet worden geschreven: een deel van het pad is een bestand en geen map.',
        en: 'cannot be written: part of the path is a file and not a folder.',
    },
    EEXIST: {
        nl: 'kan niet worden geschreven: er staat al een bestand met die naam.',
        en: 'cannot be written: there is already a file with that name.',
    },
    EACCES: {
        nl: 'mag niet worden geschreven: kies een andere map, of vraag schrijfrechten.',
        en: 'may not be written: choose another folder, or ask for permission to write.',
    },
    EPERM: {
        nl: 'mag niet worden geschreven: kies een andere map, of vraag schrijfrechten.',
        en: 'may not be written: choose another folder, or ask for permission to write.',
    },
    EROFS: {
        nl: 'staat op een schijf waarop niet geschreven kan worden.',
        en: 'is on a disk that cannot be written to.',
    },
    EISDIR: { nl: 'is een map en geen bestand.', en: 'is a folder and not a file.' },
    ENOSPC: { nl: 'kan niet worden geschreven: de schijf is vol.', en: 'cannot be written: the disk is full.' },
    ENAMETOOLONG: { nl: 'heeft een te lange naam.', en: 'has too long a name.' },
    ELOOP: { nl: 'is een verwijzing die naar zichzelf leidt.', en: 'is a link that leads to itself.' },
};

/** What went wrong while reading, for people. */
export function readingProblem(shown: string, error: unknown): Bilingual {
    return problem(shown, error, READING, { nl: 'kan niet worden gelezen', en: 'cannot be read' });
}

/** What went wrong while writing, for people. */
export function writingProblem(shown: string, error: unknown): Bilingual {
    return problem(shown, error, WRITING, { nl: 'kan niet worden geschreven', en: 'cannot be written' });
}

function problem(
    shown: string,
    error: unknown,
    known: Readonly<Record<string, Bilingual>>,
    otherwise: Bilingual,
): Bilingual {
    const text = known[errorCode(error) ?? ''];
    const detail = error instanceof Error ? error.message : String(error);
    return {
        nl: `${shown} ${text?.nl ?? `${otherwise.nl}: ${detail}`}`,
        en: `${shown} ${text?.en ?? `${otherwise.en}: ${detail}`}`,
    };
}
