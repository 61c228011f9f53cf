import type { Uri, Webview } from 'vscode';
import { Uri as Uris } from 'vscode';
import { pageTexts } from '../texts.js';

/**
 * The page of the preview before anything is shown in it. Its content security policy allows its own script and styles
 * and pictures that it makes itself; what it shows comes in by message and never holds a script.
 */
export function shell(webview: Webview, root: Uri, language: 'nl' | 'en'): string {
    const file = (name: string) => webview.asWebviewUri(Uris.joinPath(root, name)).toString();
    const nonce = crypto.randomUUID();
    const policy = [
        "default-src 'none'",
        `script-src 'nonce-${nonce}'`,
        // the page gives this nonce to the styles of what it shows
        `style-src ${webview.cspSource} 'nonce-${nonce}'`,
        'img-src data: blob:',
    ].join('; ');
    const t = pageTexts(language);
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('preview-style.css')}">
<title>${t.preview}</title>
</head>
<body>
<header class="bar">
<div role="tablist" aria-label="${t.preview}">
<button role="tab" id="tab-document" data-kind="document" aria-selected="true" aria-controls="shown">${t.document}</button>
<button role="tab" id="tab-diagram" data-kind="diagram" aria-selected="false" aria-controls="shown" tabindex="-1">${t.diagram}</button>
</div>
<div class="tools" role="toolbar" aria-label="${t.diagram}" hidden>
<button data-do="out" title="${t.smaller}" aria-label="${t.smaller}">−</button>
<button data-do="in" title="${t.larger}" aria-label="${t.larger}">+</button>
<button data-do="fit">${t.fit}</button>
<button data-do="svg">SVG</button>
<button data-do="png">PNG</button>
</div>
</header>
<main id="shown" role="tabpanel" tabindex="0" aria-labelledby="tab-document" data-none="${t.none}"></main>
<script nonce="${nonce}" src="${file('preview.js')}"></script>
</body>
</html>
`;
}
