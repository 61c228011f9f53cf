import { Uri, type Webview } from 'vscode';

/** What a page of the extension is made of. */
export interface Page {
    readonly language: 'nl' | 'en';
    readonly title: string;
    /** names of files in `dist/client` */
    readonly style: string;
    readonly script: string;
    /** what stands in its body, escaped */
    readonly body: string;
    /** what its content security policy allows besides its own script and styles: `img-src data:` */
    readonly allows?: string;
}

/**
 * The text of a page. Its content security policy allows its own script and styles; what it shows comes in by message and
 * never holds a script.
 *
 * @param root the folder `dist/client`
 */
export function pageOf(webview: Webview, root: Uri, { language, title, style, script, body, allows }: Page): string {
    const file = (name: string) => webview.asWebviewUri(Uri.joinPath(root, name)).toString();
    const nonce = crypto.randomUUID();
    const policy = [
        "default-src 'none'",
        `script-src 'nonce-${nonce}'`,
        // the page gives this nonce to the styles of what it shows
        `style-src ${webview.cspSource} 'nonce-${nonce}'`,
        ...(allows === undefined ? [] : [allows]),
    ].join('; ');
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file(style)}">
<title>${title}</title>
</head>
<body>
${body}
<script nonce="${nonce}" src="${file(script)}"></script>
</body>
</html>
`;
}
