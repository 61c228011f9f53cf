import { STYLE } from '../html/style.js';

/** The overview: the style of the documents, and what a page to search in needs. */
export const OVERVIEW_STYLE = `${STYLE}
[hidden]{display:none!important}
body.overview{display:block;max-width:74rem}
.overview main{margin-top:1.5rem}
.finding{display:grid;gap:1.2rem 3rem}
.search{padding:1.2rem 1.4rem;background:var(--wash);border-radius:3px;align-self:start}
.search label,.search legend{font-weight:600;font-size:.9rem}
.search fieldset{border:0;padding:0;margin:1.1rem 0 0}
.search .choice{display:flex;gap:.5rem;align-items:baseline;font-weight:400;padding:.12rem 0}
.search input[type=search],.search select{width:100%;font:inherit;padding:.45rem .6rem;margin-top:.3rem;border:1px solid var(--soft);border-radius:3px;background:var(--card);color:var(--ink)}
.search button{font:inherit;margin-top:1.1rem;padding:.4rem .9rem;border:1px solid var(--accent);border-radius:3px;background:var(--card);color:var(--accent);cursor:pointer}
.search .amount{color:var(--soft);font-weight:400}
.intervention{padding:1.2rem 0 1.3rem;border-top:1px solid var(--line)}
.intervention h2{font-size:1.4rem}
.intervention .facts{color:var(--soft);font-size:.9rem}
.intervention p{margin-top:.45rem}
.found{margin-top:.6rem;font-size:.9rem}
#aantal{font-weight:600}
@media screen and (min-width:56rem){.finding{grid-template-columns:18rem minmax(0,1fr)}}
@media print{.search{display:none}}
`;
