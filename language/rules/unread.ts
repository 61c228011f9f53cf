import type { LangiumDocument } from 'langium';
import type { ProtocolFile } from '../generated/ast.js';
import type { Place } from '../model/protocol.js';
import { unreadIn } from '../model/unread.js';
import type { Finding } from './finding.js';

/** Rules about what is written: whether it can be read, and whether its names lead somewhere. */
const ABOUT_TEXT: ReadonlySet<string> = new Set(['meta/syntaxis', 'meta/verwijzing', 'meta/regelfout']);

/**
 * The findings that rest on what was read whole. A statement with a mistake of writing in it, or that breaks off at one,
 * may mean something else than what could be read of it: what a rule says at it or because of it is left out until it
 * can be read. The mistake itself is told.
 */
export function onlyOfWhatWasRead(findings: Finding[], document: LangiumDocument<ProtocolFile>): Finding[] {
    const { parserErrors, lexerErrors } = document.parseResult;
    if (parserErrors.length + lexerErrors.length === 0) {
        return findings;
    }
    const { textDocument } = document;
    const file = document.uri.toString();
    const isUnread = unreadIn(document.parseResult);
    const isBroken = ({ file: where, range }: Place): boolean => {
        if (where !== file) {
            return false;
        }
        const piece = { offset: textDocument.offsetAt(range.start), end: textDocument.offsetAt(range.end) };
        // of a block, each statement is read or not by itself
        return isUnread(piece) && !textDocument.getText(range).includes('{');
    };
    return findings.filter((f) => ABOUT_TEXT.has(f.code) || ![f, ...f.related].some(({ at }) => isBroken(at)));
}
