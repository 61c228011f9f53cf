import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import mammoth from 'mammoth';
import type { ImportedComment, ImportedDocument, Revision } from '../../language/import/blocks.js';
import { REVISION, TAB } from '../../language/import/inline.js';
import { parseDate } from '../../language/model/values.js';
import type { NotesStand } from '../../language/import/notes.js';
import { readHtml } from '../../language/import/read-html.js';
import { Complaint } from '../complaint.js';

/** A document in Word, as far as importing needs it. */
export interface WordDocument extends ImportedDocument {
    /** whether Draaiboek made it, and what it was called then */
    readonly ours: boolean;
}

/** The parts of the package that hold text. Pictures and the like are not read: they may be large, and say nothing. */
const PARTS =
    /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/app\.xml|word\/(?:document|styles|numbering|comments|commentsExtended|footnotes|endnotes)\d*\.xml|word\/_rels\/(?:document|comments|footnotes|endnotes)\d*\.xml\.rels)$/;

/** How large the text of a form can be, unpacked: a bomb is larger. In bytes. */
const LARGEST_TEXT = 40 * 1024 * 1024;

const STYLES = [
    "p[style-name='Title'] => h1:fresh",
    "p[style-name='Titel'] => h1:fresh",
    ...[1, 2, 3, 4, 5, 6].flatMap((n) =>
        ['heading', 'Heading', 'Kop'].map((word) => `p[style-name='${word} ${String(n)}'] => h${String(n)}:fresh`),
    ),
    // a table of contents repeats the headings
    ...['toc ', 'TOC ', 'Inhopg '].map((word) => `p[style-name^='${word}'] => !`),
    'comment-reference => sup',
];

/**
 * Reads a document in Word (`.docx`): its text with changes that were tracked as they would be accepted, and the comments.
 *
 * @param shown its path as people see it
 * @param notes where its footnotes are read; see {@link readHtml}
 * @throws Complaint where it is no such document, is broken, encrypted or too large
 */
export async function readWord(bytes: Uint8Array, shown: string, notes?: NotesStand): Promise<WordDocument> {
    const parts = unpacked(bytes, shown);
    const document = parts['word/document.xml'];
    if (!document) {
        throw new Complaint(otherKind(parts, shown));
    }
    const whole = strFromU8(document);
    const { xml, htmlOf } = withRevisions(withFields(withWholeDescriptions(withCommentsAtTheirStart(whole))));
    const buffer = Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }, { level: 0 }));
    let html: string;
    try {
        const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
        const result = await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage });
        html = htmlOf(result.value.replaceAll('\t', TAB));
    } catch (error) {
        throw new Complaint(broken(shown, error));
    }
    const app = parts['docProps/app.xml'];
    return {
        blocks: readHtml(html, notes),
        comments: commentsIn(html, parts),
        struckRows: struckRowsIn(whole),
        pictures: html.split('<img ').length - 1,
        ours: app !== undefined && strFromU8(app).includes('<Application>Draaiboek</Application>'),
    };
}

/** Begins the names of the bookmarks that stand for tracked changes while mammoth reads, which does not tell of them. */
const CHANGE = 'draaiboek-wijziging-';

/**
 * Marks each tracked change with a bookmark before it.
 *
 * @returns the document so, and what makes `ins` and `del` of the bookmarks in the HTML that mammoth makes of it
 */
function withRevisions(document: string): { readonly xml: string; readonly htmlOf: (html: string) => string } {
    const marks: string[] = [];
    const xml = document
        // moved text stands where it went
        .replace(/<(\/?)w:moveTo(?=[\s>])/g, '<$1w:ins')
        .replace(/<(\/?)w:moveFrom(?=[\s>])/g, '<$1w:del')
        .replace(
            /<w:(ins|del)(\s[^>]*[^/>])?>([\s\S]*?)<\/w:\1>/g,
            (whole, kind: 'ins' | 'del', head = '', body: string) => {
                const texts = body.matchAll(
                    kind === 'ins' ? /<w:t(?:\s[^>]*)?>([^<]*)</g : /<w:delText(?:\s[^>]*)?>([^<]*)</g,
                );
                const text = [...texts].map((m) => m[1] ?? '').join('');
                const attribute = (name: string) => new RegExp(`w:${name}="([^"]*)"`).exec(head as string)?.[1] ?? '';
                const said = { text, author: attribute('author'), date: attribute('date') };
                const attributes = Object.entries(said).map(
                    ([name, value]) => `${REVISION[name as keyof typeof said]}="${value.replaceAll('"', '&quot;')}"`,
                );
                const key = `${CHANGE}${String(marks.push(`<${kind} ${attributes.join(' ')}></${kind}>`) - 1)}`;
                return `<w:bookmarkStart w:id="${key}" w:name="${key}"/><w:bookmarkEnd w:id="${key}"/>${whole}`;
            },
        );
    const mark = new RegExp(`<a id="${CHANGE}(\\d+)"></a>`, 'g');
    return { xml, htmlOf: (html) => html.replace(mark, (_, index: string) => marks[Number(index)] ?? '') };
}

/** The rows of tables that somebody struck out as a whole: mammoth leaves them out. */
function struckRowsIn(document: string): readonly Revision[] {
    return [...document.matchAll(/<w:tr(?:\s[^>]*)?>((?:(?!<w:tr[\s>])[\s\S])*?)<\/w:tr>/g)].flatMap(([, row = '']) => {
        const head = /<w:trPr>(?:(?!<\/w:trPr>)[\s\S])*?<w:del\s([^>]*)>/.exec(row)?.[1];
        const texts = [...row.matchAll(/<w:(?:delText|t)(?:\s[^>]*)?>([^<]*)<|<\/w:p>/g)].map((m) => m[1] ?? ' ');
        const text = unescaped(texts.join('')).replace(/\s+/g, ' ').trim();
        if (head === undefined || text === '') {
            return [];
        }
        const author = unescaped(/w:author="([^"]*)"/.exec(head)?.[1] ?? '');
        const { date } = dateOf(/w:date="([^"]*)"/.exec(head)?.[1] ?? '');
        return [
            {
                kind: 'deleted' as const,
                text,
                ...(author === '' ? {} : { author }),
                ...(date === undefined ? {} : { date }),
            },
        ];
    });
}

/**
 * A comment on several paragraphs is about where it begins. Word puts its sign where it ends, and mammoth reads the sign only;
 * so that goes behind the first words that the comment is on.
 */
function withCommentsAtTheirStart(document: string): string {
    const ends = new Map(
        [...document.matchAll(/<w:commentReference\s[^>]*w:id="([^"]*)"[^>]*>/g)].map((m) => [m[1], m] as const),
    );
    const edits = [...document.matchAll(/<w:commentRangeStart\s[^>]*w:id="([^"]*)"/g)].flatMap(({ index, 1: id }) => {
        const end = ends.get(id);
        const on = end === undefined ? '' : document.slice(index, end.index);
        const first = /<w:t(?:\s[^>]*)?>[^<]*[^<\s][^<]*<\/w:t>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/.exec(on);
        return end && first && on.includes('</w:p>', first.index)
            ? [
                  { from: end.index, to: end.index + end[0].length, newText: '' },
                  {
                      from: index + first.index + first[0].length,
                      to: index + first.index + first[0].length,
                      newText: `<w:r>${end[0]}</w:r>`,
                  },
              ]
            : [];
    });
    let result = '';
    let done = 0;
    for (const { from, to, newText } of edits.sort((a, b) => a.from - b.from)) {
        result += document.slice(done, from) + newText;
        done = to;
    }
    return result + document.slice(done);
}

/**
 * What fields show, however they are written: the number of a caption is read. That of a note that was called before is
 * not: it would be glued to the word before it.
 */
function withFields(document: string): string {
    return document
        .replace(/<w:fldSimple\s[^>]*w:instr="\s*NOTEREF\b[^>]*>[\s\S]*?<\/w:fldSimple>/g, '')
        .replace(/<w:instrText(?:\s[^>]*)?>\s*NOTEREF\b(?:(?!<w:fldChar\s[^>]*"end")[\s\S])*/g, (field) =>
            field.replace(/<w:t(?:\s[^>]*)?>[^<]*<\/w:t>/g, ''),
        )
        .replace(/<\/?w:fldSimple(?:\s[^>]*)?>/g, '');
}

/** Puts the title of a picture behind its description: mammoth reads one of the two. */
function withWholeDescriptions(document: string): string {
    return document.replace(/<wp:docPr\s[^>]*>/g, (picture) => {
        const [description = '', title = ''] = ['descr', 'title'].map((name) =>
            new RegExp(`\\s${name}="([^"]*)"`).exec(picture)?.[1]?.trim(),
        );
        return description === '' || title === '' || description === title
            ? picture
            : picture.replace(/\sdescr="[^"]*"/, () => ` descr="${description}; ${title}"`);
    });
}

function unpacked(bytes: Uint8Array, shown: string): Record<string, Uint8Array> {
    // the mark of a compound file (MS-CFB 2.2): Word before 2007, and encrypted documents of any year
    if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte)) {
        const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        throw new Complaint(text.includes('EncryptedPackage', 0, 'utf16le') ? encrypted(shown) : tooOld(shown));
    }
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
        throw new Complaint(noWord(shown));
    }
    let size = 0;
    const filter = ({ name, originalSize }: UnzipFileInfo) => {
        const isText =
            PARTS.test(name) || name === 'mimetype' || /^(?:xl\/workbook|ppt\/presentation|content)\.xml$/.test(name);
        size += isText ? originalSize : 0;
        if (size > LARGEST_TEXT) {
            throw new Complaint(tooLarge(shown));
        }
        return isText;
    };
    try {
        return unzipSync(bytes, { filter });
    } catch (error) {
        throw error instanceof Complaint ? error : new Complaint(broken(shown, error));
    }
}

/**
 * The comments with who wrote them and when; their text as mammoth reads it, or, on what is not read such as a table of
 * contents, as it stands.
 */
function commentsIn(html: string, parts: Record<string, Uint8Array>): ImportedComment[] {
    const xml = parts['word/comments.xml'];
    const threads = threadsIn(parts['word/commentsExtended.xml']);
    const all = xml ? [...strFromU8(xml).matchAll(/<w:comment\s([^>]*)>([\s\S]*?)<\/w:comment>/g)] : [];
    const texts = new Map(
        [...html.matchAll(/<dt id="comment-([^"]+)">[\s\S]*?<\/dt><dd>([\s\S]*?)<\/dd>/g)].map((m) => [
            m[1] ?? '',
            readHtml(m[2] ?? '')
                .map((b) => b.plain)
                .join('\n')
                .replace(/\s*↑\s*$/, '')
                .trim(),
        ]),
    );
    return all.flatMap(([, head = '', body = '']): ImportedComment[] => {
        const attribute = (name: string) => unescaped(new RegExp(`w:${name}="([^"]*)"`).exec(head)?.[1] ?? '');
        const key = attribute('id');
        const [author, date] = [attribute('author'), attribute('date')];
        const text = texts.get(key) ?? textIn(body);
        // a comment is known elsewhere by its last paragraph
        const { answers, isDone = false } = threads.get(paragraphIdsIn(body).at(-1) ?? '') ?? {};
        const asked = all.find(([, , other = '']) => answers !== undefined && paragraphIdsIn(other).includes(answers));
        const to = unescaped(/w:author="([^"]*)"/.exec(asked?.[1] ?? '')?.[1] ?? '');
        return text === ''
            ? []
            : [
                  {
                      key,
                      text: asked ? `Antwoord${to === '' ? '' : ` aan ${to}`}: ${text}` : text,
                      ...(isDone ? { isDone } : {}),
                      ...(author === '' ? {} : { author }),
                      ...dateOf(date),
                  },
              ];
    });
}

function paragraphIdsIn(comment: string): string[] {
    return [...comment.matchAll(/\sw14:paraId="([^"]*)"/g)].map((m) => m[1] ?? '');
}

/** For each comment, by its last paragraph, the one that it answers and whether it is dealt with. */
function threadsIn(extended: Uint8Array | undefined) {
    const all = extended ? [...strFromU8(extended).matchAll(/<w15:commentEx\s([^>]*)>/g)] : [];
    return new Map(
        all.map(([, head = '']) => {
            const attribute = (name: string) => new RegExp(`w15:${name}="([^"]*)"`).exec(head)?.[1];
            const isDone = ['1', 'true', 'on'].includes(attribute('done') ?? '');
            return [attribute('paraId') ?? '', { answers: attribute('paraIdParent'), isDone }] as const;
        }),
    );
}

/** The day that Word has; a day that there is not is no date. */
function dateOf(written: string): Pick<ImportedComment, 'date' | 'noDate'> {
    const day = written.slice(0, 10);
    const date = parseDate(day);
    return date !== undefined ? { date } : day === '' ? {} : { noDate: day };
}

/** The text of paragraphs in Word, a line for each. */
function textIn(xml: string): string {
    const lines = xml
        .split('</w:p>')
        .map((p) => [...p.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)</g)].map((m) => m[1] ?? '').join(''));
    return unescaped(lines.join('\n')).trim();
}

function unescaped(text: string): string {
    return text
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, '&');
}

function otherKind(parts: Record<string, Uint8Array>, shown: string) {
    const isOpenDocument = parts['mimetype'] !== undefined || parts['content.xml'] !== undefined;
    const what = isOpenDocument
        ? { nl: 'een document van LibreOffice', en: 'a document of LibreOffice' }
        : parts['xl/workbook.xml']
          ? { nl: 'een werkmap van Excel', en: 'a workbook of Excel' }
          : parts['ppt/presentation.xml']
            ? { nl: 'een presentatie van PowerPoint', en: 'a presentation of PowerPoint' }
            : { nl: 'een ZIP-bestand zonder Word-document erin', en: 'a ZIP file without a Word document in it' };
    return {
        nl: `${shown} is ${what.nl}. Sla het op als Word-document (.docx) en geef dat.`,
        en: `${shown} is ${what.en}. Save it as a Word document (.docx) and give that.`,
    };
}

function encrypted(shown: string) {
    return {
        nl: `${shown} is met een wachtwoord beveiligd en daarom niet te lezen. Open het in Word, haal bij Bestand > Info het wachtwoord weg en sla het op.`,
        en: `${shown} is protected by a password and cannot be read. Open it in Word, take the password away under File > Info, and save it.`,
    };
}

function tooOld(shown: string) {
    return {
        nl: `${shown} is opgeslagen als Word 97-2003 (.doc). Open het in Word en sla het op als Word-document (.docx).`,
        en: `${shown} is saved as Word 97-2003 (.doc). Open it in Word and save it as a Word document (.docx).`,
    };
}

function noWord(shown: string) {
    return {
        nl: `${shown} is geen Word-document: het begint niet zoals een .docx begint. Sla het in Word op als Word-document (.docx).`,
        en: `${shown} is no Word document: it does not begin as a .docx does. Save it in Word as a Word document (.docx).`,
    };
}

function tooLarge(shown: string) {
    const most = String(LARGEST_TEXT / 1024 / 1024);
    return {
        nl: `De tekst in ${shown} is uitgepakt groter dan ${most} MB. Zo groot is geen formulier; verdeel het, of geef alleen het formulier.`,
        en: `The text in ${shown} is larger than ${most} MB when unpacked. No form is that large; split it, or give the form only.`,
    };
}

function broken(shown: string, error: unknown) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return {
        nl: `${shown} is beschadigd en niet te lezen (${detail ?? ''}). Open het in Word, sla het opnieuw op als .docx en probeer het nog eens.`,
        en: `${shown} is damaged and cannot be read (${detail ?? ''}). Open it in Word, save it again as .docx, and try once more.`,
    };
}
