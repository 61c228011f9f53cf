import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { formatText } from '../../language/format/format.js';
import { protocolText } from '../../language/import/protocol-text.js';
import { titleFrom } from '../../language/skeleton.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { Complaint, EXIT } from '../complaint.js';
import { EXTENSION, refuseEmpty, shownPath } from '../files/paths.js';
import { writeWhole } from '../files/write.js';
import { diskFiles } from '../files/file-system.js';
import type { Host } from '../host.js';
import type { ImportedDocument } from '../../language/import/blocks.js';
import { impossibleDates } from '../import/impossible-dates.js';
import { readForm } from '../import/read.js';
import { amount } from '../messages.js';
import { takeServices } from '../services.js';
import { diskSettings } from '../settings.js';
import { tell } from '../terminal.js';

export interface ImportOptions {
    /** the protocol to write; `-` for standard output */
    readonly output: string | undefined;
    readonly language: Language;
}

/** `import FILE`: a filled-in form becomes a protocol. @returns the exit code */
export async function importForm(file: string, { output, language }: ImportOptions, host: Host): Promise<number> {
    refuseEmpty([file, output]);
    const path = resolve(host.cwd, file);
    const shown = shownPath(path, host.cwd);
    const document = await readForm(path, shown, 'in the text');
    const { text, ...made } = protocolText(document, titleFrom(basename(path, extname(path))), basename(path));
    if (document.blocks.length === 0) {
        throw new Complaint({
            nl: `In ${shown} staat geen tekst om over te nemen.`,
            en: `${shown} holds no text to take over.`,
        });
    }
    const services = takeServices(diskFiles, diskSettings(host.cwd));
    const laidOut = formatText(text, services).text;
    if (output === '-') {
        host.stdout.write(laidOut);
    } else {
        const target = newFile(output ?? join(dirname(path), basename(path, extname(path))), host);
        writeWhole(target.path, laidOut, target.shown);
        tell(host, language, {
            nl: `${target.shown} is gemaakt van ${shown}. Controleer het met: draaiboek check ${target.shown}`,
            en: `${target.shown} was made of ${shown}. Check it with: draaiboek check ${target.shown}`,
        });
    }
    [...summary(made), ...pictures(document), ...impossibleDates(document)].forEach((line) => {
        tell(host, language, line);
    });
    if (document.ours) {
        tell(host, language, OURS);
    }
    return EXIT.fine;
}

/** @throws Complaint where a file stands there */
function newFile(wanted: string, host: Host): { readonly path: string; readonly shown: string } {
    const path = resolve(host.cwd, wanted.endsWith(EXTENSION) ? wanted : `${wanted}${EXTENSION}`);
    const shown = shownPath(path, host.cwd);
    if (existsSync(path)) {
        throw new Complaint({
            nl: `${shown} bestaat al en is niet overschreven. Zeg met \`--output\` een andere naam.`,
            en: `${shown} exists and was not overwritten. Say another name with \`--output\`.`,
        });
    }
    return { path, shown };
}

/** What a reader has to know of what was made. */
function summary({
    found,
    loose,
    remarks,
}: {
    readonly found: readonly string[];
    readonly loose: number;
    readonly remarks: number;
}): Bilingual[] {
    const parts = amount(found.length, { nl: 'onderdeel', en: 'part' }, { nl: 'onderdelen', en: 'parts' });
    const rest = amount(
        loose,
        { nl: 'stuk tekst', en: 'piece of text' },
        { nl: 'stukken tekst', en: 'pieces of text' },
    );
    const margin = amount(
        remarks,
        { nl: 'opmerking of bijgehouden wijziging', en: 'comment or tracked change' },
        { nl: 'opmerkingen en bijgehouden wijzigingen', en: 'comments and tracked changes' },
    );
    return [
        {
            nl: `${parts.nl} van het formulier gevonden; wat er niet in stond, is \`onbekend\`. Stappen en rollen zijn niet uit lopende tekst gemaakt.`,
            en: `${parts.en} of the form found; what it does not hold is \`onbekend\`. No steps and roles were made of running text.`,
        },
        ...(loose === 0
            ? []
            : [
                  {
                      nl: `Zonder plaats in het formulier: ${rest.nl}, onder \`kenmerk "Nog te plaatsen"\`.`,
                      en: `Without a place in the form: ${rest.en}, under \`kenmerk "Nog te plaatsen"\`.`,
                  },
              ]),
        ...(remarks === 0
            ? []
            : [
                  {
                      nl: `Uit de kantlijn: ${margin.nl}, elk als \`opmerking\`.`,
                      en: `From the margin: ${margin.en}, each as \`opmerking\`.`,
                  },
              ]),
    ];
}

function pictures({ pictures: count = 0 }: ImportedDocument): Bilingual[] {
    const told = amount(count, { nl: 'afbeelding', en: 'picture' }, { nl: 'afbeeldingen', en: 'pictures' });
    return count === 0
        ? []
        : [
              {
                  nl: `${told.nl} niet overgenomen; titel en beschrijving ervan staan in de tekst, als het document die heeft.`,
                  en: `${told.en} not taken over; their titles and descriptions are in the text, where the document has them.`,
              },
          ];
}

const OURS: Bilingual = {
    nl: 'Dit document is door Draaiboek gemaakt. Van een document wordt geen aanpak met stappen meer; om opmerkingen en wijzigingen terug te zetten in het protocol waar het vandaan komt, zeg `--into` met dat protocol.',
    en: 'This document was made by Draaiboek. A document does not become an approach with steps again; to bring comments and changes back into the protocol that it came from, say `--into` with that protocol.',
};
