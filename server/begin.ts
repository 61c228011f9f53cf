import type { Connection } from 'vscode-languageserver';
import { nameFrom, skeleton, titleFrom } from '../language/skeleton.js';
import { safeName } from '../language/generate/paths.js';
import { NAME_FROM, SKELETON, type NameAnswer, type SkeletonRequest } from './requests.js';

/** What may be a name, without the words that need `^` in some places. */
const NAME = /^[\p{L}_][\p{L}\p{M}\d_]*(?:-[\p{L}\p{M}\d_]+)*$/u;

/** Answers how a new protocol begins: the same text as the tool makes. */
export function answerBeginRequests(connection: Connection): void {
    connection.onRequest(NAME_FROM, ({ title }: { title: string }): NameAnswer => {
        const shown = titleFrom(title);
        return {
            title: shown,
            name: nameFrom(shown),
            file: `${safeName(shown, 'nieuw-protocol').toLowerCase()}.draaiboek`,
        };
    });
    connection.onRequest(SKELETON, ({ title, name }: SkeletonRequest): string =>
        skeleton(NAME.test(name) ? name : nameFrom(name), titleFrom(title)),
    );
}
