/** An XML element; a string among its children is text. What is undefined is left out. */
export interface Xml {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string | undefined>>;
    readonly children: readonly (Xml | string)[];
}

export function xml(
    name: string,
    attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
    children: readonly (Xml | string | undefined)[] = [],
): Xml {
    return {
        name,
        attributes: Object.fromEntries(
            Object.entries(attributes).map(([key, value]) => [key, value === undefined ? undefined : String(value)]),
        ),
        children: children.filter((c) => c !== undefined),
    };
}

/** A whole document, two spaces a level. @param comment what stands above it */
export function document(root: Xml, comment?: string): string {
    const above = comment === undefined ? '' : `<!-- ${legal(comment).replaceAll('--', '—')} -->\n`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n${above}${write(root, '')}\n`;
}

function write({ name, attributes, children }: Xml, indent: string): string {
    const said = Object.entries(attributes)
        .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escapeAttribute(value)}"`))
        .join('');
    if (children.length === 0) {
        return `${indent}<${name}${said} />`;
    }
    if (children.some((c) => typeof c === 'string')) {
        const inside = children.map((c) => (typeof c === 'string' ? escapeText(c) : write(c, ''))).join('');
        return `${indent}<${name}${said}>${inside}</${name}>`;
    }
    const inside = children.map((c) => (typeof c === 'string' ? '' : write(c, `${indent}  `))).join('\n');
    return `${indent}<${name}${said}>\n${inside}\n${indent}</${name}>`;
}

function escapeText(text: string): string {
    return legal(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
    return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** Without the characters that XML 1.0 has no place for, not even escaped (production 2, Char). */
function legal(text: string): string {
    return text.replace(
        /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
        '\uFFFD',
    );
}
