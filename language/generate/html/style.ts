/** Colours by what they mean; each pair of ink on paper has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), by test. */
export const COLOURS = {
    light: {
        paper: '#fdfcfa', card: '#ffffff', wash: '#f4f1eb', line: '#d8d3c9', ink: '#1f2529', soft: '#59626a', accent: '#0d5459',
        open: '#734000', 'open-wash': '#fff3dd', local: '#3a3a8f', 'local-wash': '#eeeefb', clash: '#8a1c3f', 'clash-wash': '#fbeef2',
        remark: '#385519', 'remark-wash': '#f0f6e9', 'accent-wash': '#e8f2f1',
    },
    dark: {
        paper: '#14181a', card: '#191f21', wash: '#1e2528', line: '#3a4347', ink: '#e7e5e0', soft: '#aab2b5', accent: '#83cdc8',
        open: '#ffcd85', 'open-wash': '#35270f', local: '#c0bfff', 'local-wash': '#25254a', clash: '#ffa6bd', 'clash-wash': '#3d1b26',
        remark: '#bcdda0', 'remark-wash': '#222e18', 'accent-wash': '#173034',
    },
} as const; // prettier-ignore

const variables = (colours: Readonly<Record<string, string>>) =>
    Object.entries(colours)
        .map(([name, value]) => `--${name}:${value};`)
        .join('');

/** The style sheet of a document: on a screen in light and dark, and on A4. */
export const STYLE = `
:root{${variables(COLOURS.light)}color-scheme:light dark;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Book Antiqua",Georgia,"DejaVu Serif",serif;
--sans:"Inter","Segoe UI",system-ui,"Helvetica Neue","Noto Sans",Arial,"DejaVu Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{${variables(COLOURS.dark)}}}
*{box-sizing:border-box}
html{font:100%/1.6 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;scroll-padding-top:1.5rem}
body{margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:50rem;overflow-wrap:break-word;hyphens:auto}
h1,h2,h3,h4,h5,h6{font-family:var(--serif);font-weight:600;line-height:1.25;margin:0;text-wrap:balance;hyphens:manual;break-after:avoid}
h1{font-size:2.4rem;font-weight:500;letter-spacing:-.015em}
h2{font-size:1.6rem;font-weight:500}
h3{font-size:1.25rem}
h4{font-size:1.1rem}
h5,h6{font-size:1rem}
p,ul,ol,dl,figure,pre,table{margin:0}
p+p,p+ul,p+ol,ul+p,ol+p,dl+p,p+dl,dl+ul,ul+ul,dl+dl{margin-top:.65em}
ul,ol{padding-left:1.3em}
li+li{margin-top:.3em}
li>dl{margin-top:.35em}
li::marker{color:var(--soft)}
a{color:var(--accent);text-decoration-line:underline;text-decoration-thickness:1px;text-underline-offset:.18em;text-decoration-color:color-mix(in srgb,var(--accent) 45%,transparent)}
main a[href^="#"],.masthead a{color:inherit;text-decoration-color:color-mix(in srgb,var(--accent) 60%,transparent)}
main a[href^="#"]:hover{color:var(--accent)}
a:hover{text-decoration-color:currentColor;text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
:target{background:var(--accent-wash);outline:.35rem solid var(--accent-wash);border-radius:1px}
main:target,section:target{background:none;outline:none}
section:target>:is(h2,h3,h4,h5,h6){background:var(--accent-wash);outline:.35rem solid var(--accent-wash)}
code{font:.86em/1.4 ui-monospace,"Cascadia Mono","SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
pre{overflow-x:auto;padding:.75rem 1rem;background:var(--wash);border-radius:4px}
hr{border:0;border-top:1px solid var(--line);margin:1.2em 0}

.skip{position:absolute;left:-99rem;padding:.5rem .9rem;background:var(--card);border:2px solid var(--accent);z-index:2}
.skip:focus{left:1rem;top:1rem}
.way{font-size:.9rem;margin-bottom:1.2rem}
.banner{border:2px solid var(--clash);background:var(--clash-wash);color:var(--clash);padding:.75rem 1rem;margin-bottom:2rem;font-weight:600}
.banner::before{content:"\\26A0\\00A0";content:"\\26A0\\00A0" / ""}
.kicker{font-size:.82rem;letter-spacing:.03em;color:var(--accent);font-weight:600;margin-bottom:.6rem}
.masthead{padding-bottom:1.75rem}
.masthead .subtitle{color:var(--soft);margin-top:.6rem}

.toc{padding:1.1rem 0 1.3rem;border-block:1px solid var(--line);font-size:.9rem}
.toc h2{font:600 .82rem/1.4 var(--sans);letter-spacing:.03em;color:var(--soft);margin-bottom:.5rem}
.toc ol{list-style:none;padding:0;columns:17rem 2;column-gap:2rem}
.toc ol ol{padding-left:1.1rem;columns:auto;margin-top:.1rem}
.toc li{margin:0;padding:.1rem 0;break-inside:avoid}
.toc a{color:inherit;text-decoration-line:none;display:block}
.toc a:hover{color:var(--accent);text-decoration-line:underline}
.toc .number{color:var(--soft);font-variant-numeric:tabular-nums;margin-right:.5em}

.chapter{margin-top:3.25rem}
.chapter .chapter{margin-top:2.25rem}
.chapter .chapter .chapter{margin-top:1.75rem}
.chapter>h2{padding-bottom:.45rem;border-bottom:1px solid var(--line)}
:is(h2,h3,h4,h5,h6)+*{margin-top:.85rem}
h2 .number,h3 .number{color:var(--soft);font-weight:400;margin-right:.45em;font-variant-numeric:lining-nums}
#samenvatting>p{font:1.12rem/1.65 var(--serif)}

.label{display:block;font:600 .76rem/1.5 var(--sans);letter-spacing:.03em;color:var(--accent)}
.label::first-letter{text-transform:uppercase}
.element{margin-top:1.6rem}
.element .element{margin-top:1.2rem;padding-left:1.1rem;border-left:1px solid var(--line)}
.step{margin-top:1.1rem;padding:1rem 1.2rem 1.1rem;border:1px solid var(--line);border-left:3px solid var(--accent);border-radius:3px;background:var(--card);break-inside:avoid-page}
.group{margin-top:1.6rem;padding-left:1.1rem;border-left:1px solid var(--line)}
.group .group{border-left-style:dashed}
.colophon{margin-top:2.25rem;padding:1.2rem 1.4rem 1.35rem;background:var(--wash);border-radius:3px;font-size:.93rem}
.colophon>h2{font-size:1.15rem}
.card{margin-top:2.25rem;padding:1.4rem 1.6rem 1.6rem;border:1px solid var(--line);border-top:4px solid var(--accent);border-radius:3px;background:var(--card)}

.rows>div{display:grid;align-items:baseline;grid-template-columns:minmax(7rem,10.5rem) minmax(0,1fr);column-gap:1.25rem;padding:.27rem 0}
.rows>div+div{border-top:1px solid color-mix(in srgb,var(--line) 55%,transparent)}
.rows dt{grid-column:1;color:var(--soft);font-size:.875rem;line-height:1.83;hyphens:auto}
.rows dd{grid-column:2;margin:0}
.rows dd+dd{margin-top:.35rem}
.rows .rows{margin-top:.2rem}
.rows .rows>div{grid-template-columns:minmax(6rem,8.5rem) minmax(0,1fr)}
.rows .rows .rows>div,li .rows>div{grid-template-columns:minmax(6rem,8rem) minmax(0,1fr)}

.scroll{overflow-x:auto}
.scroll+*,*+.scroll{margin-top:1rem}
.drawing{margin-top:1.2rem}
.drawing .scroll{max-height:85vh;overflow:auto;border:1px solid var(--line);border-radius:4px}
.drawing svg{display:block;max-width:100%;height:auto}
.drawing.large:not(:has(:checked)) svg{max-width:none}
.pieces{display:none}
.whole{display:block;font-size:.86rem;margin-bottom:.5rem}
.drawing figcaption{font-size:.86rem;color:var(--soft);margin-top:.4rem}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45;hyphens:manual}
caption{text-align:left;font-size:.82rem;font-weight:600;color:var(--soft);padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-top:1px solid var(--line);font-weight:400}
thead th{border-top:0;border-bottom:1px solid var(--ink);font-weight:600;font-size:.82rem;padding-block:.3rem}
thead+tbody tr:first-child>*{border-top:0}
tr:target>*{background:var(--accent-wash)}

.open{display:inline-block;padding:0 .5em;border:1.5px dashed;border-radius:1em;font-size:.85em;line-height:1.5;font-family:var(--sans);font-weight:600;white-space:nowrap;margin-right:.12em}
.open.unknown{color:var(--open);background:var(--open-wash)}
.open.unknown::before{content:"? ";content:"? " / ""}
.open.local{color:var(--local);background:var(--local-wash);border-style:dotted}
.open.local::before{content:"\\270E ";content:"\\270E " / ""}
.mark{font:400 .85em/1.4 var(--sans);color:var(--soft)}
.mark.derived,.mark.implied,.mark.no-source{font-style:italic}
.mark.modality{font-size:1em;line-height:inherit;font-style:italic;color:inherit}
.mark.state{display:inline-block;padding:0 .55em;border:1px solid var(--line);border-radius:1em;line-height:1.5;color:var(--ink);background:var(--card)}
.mark.inherited,.mark.derived,.mark.no-source{white-space:nowrap}
.mark.not-found{color:var(--clash);border-bottom:1.5px dotted;font-size:1em}
code.name{font-size:.8em;font-weight:400;color:var(--soft);overflow-wrap:anywhere}
th code.name{font-size:.92em;color:inherit;overflow-wrap:break-word}
.note{font:400 .7rem/1 var(--sans);vertical-align:super;margin-left:.12em;white-space:nowrap}
.note+.note{margin-left:.3em}
.note a[href]{color:var(--accent);text-decoration-line:none;padding:.15em .1em}
.note a[href]:hover{text-decoration-line:underline}

.quotation{margin-block:.85rem;padding-left:1.1rem;border-left:2px solid var(--line)}
.quotation blockquote{margin:0;font-family:var(--serif);font-size:1.05em}
.quotation figcaption{color:var(--soft);font-size:.875rem;margin-top:.25rem}
.notice{margin-top:.9rem;padding:.6rem .95rem;border:1px solid var(--line);border-left:4px solid;border-radius:2px;background:var(--wash);break-inside:avoid-page}
.notice .title{font-weight:600}
.notice .title .kind{font-weight:400}
.notice .title+*{margin-top:.4rem}
.notice.contradiction{border-color:var(--clash);background:var(--clash-wash)}
.notice.remark{border-color:var(--remark);background:var(--remark-wash)}
.notice.attention{border-color:var(--open);background:var(--open-wash)}
.notice.information{border-color:var(--line)}
.notice.empty{padding:0;border:0;background:none;color:var(--soft);font-style:italic}
.notice.empty .title{font-weight:400}
.minor{font-weight:600;margin-top:.9rem}
.minor+*{margin-top:.35rem}
.notes{font-size:.875rem;line-height:1.5}
.notes ol{padding-left:2.2em}
.notes li::marker{font-variant-numeric:tabular-nums}
.notes .back{text-decoration-line:none;padding:0 .3em}
.end{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.82rem}

@media screen and (min-width:78rem){
body{max-width:72rem;display:grid;grid-template-columns:16rem minmax(0,47rem);column-gap:4.5rem;justify-content:center;padding-top:3.5rem}
body>*{grid-column:2}
.toc{grid-column:1;grid-row:1/span 60;position:sticky;top:2rem;align-self:start;max-height:calc(100vh - 4rem);overflow-y:auto;border:0;padding:.2rem 0;font-size:.86rem}
.toc ol{columns:auto}
}
@media (max-width:34rem){
h1{font-size:1.9rem}
.rows>div,.rows .rows>div,.rows .rows .rows>div,li .rows>div{grid-template-columns:minmax(0,1fr)}
.rows dt,.rows dd{grid-column:1}
.step,.colophon{padding-inline:.9rem}
}
@media (forced-colors:active){.open,.mark.state,.notice{border-color:CanvasText}}
@page wide{size:A4 landscape}
@page{size:A4;margin:20mm 20mm 22mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#59626a}}
@media print{
.way{display:none}
.wide{page:wide}
.apart{break-before:page}
.step{break-inside:auto}
.card{break-before:page;border-width:4px 0 0;border-radius:0;padding:1rem 0 0;margin:0}
:is(h1,h2,h3,h4,h5,h6),.minor,caption{break-inside:avoid;break-after:avoid}
:is(.element,.step):not(:has(.element,.step,table,.rows>div:nth-child(7))),.notice,figure{break-inside:avoid}
p,li,dd{orphans:3;widows:3}
:root{${variables({ ...COLOURS.light, paper: '#ffffff', wash: '#f7f5f1' })}}
html{font-size:9.5pt;line-height:1.45}
body{max-width:none;padding:0}
.skip{display:none}
a{color:inherit;text-decoration-line:none}
.chapter{margin-top:2rem}
.drawing .scroll{max-height:none;overflow:visible;border:0}
.drawing svg,.drawing.large:not(:has(:checked)) svg{max-width:100%;height:auto;max-height:235mm}
.wide .drawing svg,.wide .drawing.large:not(:has(:checked)) svg{max-height:142mm}
.whole{display:none}
.drawing:has(.pieces) .scroll{position:absolute;width:0;height:0;overflow:hidden}
.pieces{display:block}
.drawing .pieces svg{width:100%;break-inside:avoid;margin-bottom:4mm}
.notes,.colophon,.drawing:has(.pieces){break-inside:auto}
.rows>div,li,tr,.quotation{break-inside:avoid}
.open,.mark.state,.notice,.step,.colophon{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

/** Besides {@link STYLE}: pages on their side, for wide tables. */
export const LANDSCAPE = `@page{size:A4 landscape}
@media screen and (min-width:78rem){body{max-width:96rem;grid-template-columns:14rem minmax(0,72rem)}}
`;
