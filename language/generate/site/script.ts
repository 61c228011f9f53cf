/**
 * What runs in the overview of a site: search and filters over what stands in the page already. It asks nothing of the
 * outside, and without it the page is a list of all interventions.
 */
export const SCRIPT = `
'use strict';
(() => {
    const byId = (id) => document.getElementById(id);
    const data = JSON.parse(byId('gegevens').textContent);
    const plain = (text) => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
    const items = data.items.map((item) => ({
        ...item,
        element: byId(item.id),
        places: item.places.map((p) => ({ ...p, plain: plain(p.title + ' ' + p.text) })),
    }));
    const form = byId('zoeken');
    const asked = byId('woorden');
    const age = byId('leeftijd');
    const status = byId('aantal');
    form.hidden = false;
    const chosen = () => {
        const facets = new Map();
        for (const box of form.querySelectorAll('input[type=checkbox]:checked')) {
            facets.set(box.name, [...(facets.get(box.name) || []), box.value]);
        }
        return facets;
    };
    const fits = (item, facets) =>
        [...facets].every(([name, values]) => values.some((v) => (item.facets[name] || []).includes(v))) &&
        (age.value === '' || (item.ages && Number(age.value) >= item.ages[0] && Number(age.value) <= item.ages[1]));
    const snippet = (text, word) => {
        const at = plain(text).indexOf(word);
        const from = Math.max(0, at - 60);
        return (from > 0 ? '… ' : '') + text.slice(from, from + 180).trim() + (text.length > from + 180 ? ' …' : '');
    };
    const show = () => {
        const words = plain(asked.value).split(/\\s+/).filter((w) => w !== '');
        const facets = chosen();
        let count = 0;
        for (const item of items) {
            const found = words.length === 0 ? [] : item.places.filter((p) => words.every((w) => p.plain.includes(w)));
            const whole = words.every((w) => item.places.some((p) => p.plain.includes(w)));
            const isShown = fits(item, facets) && (words.length === 0 || whole);
            item.element.hidden = !isShown;
            count += isShown ? 1 : 0;
            const list = item.element.querySelector('.found');
            list.replaceChildren();
            for (const place of found.slice(0, 4)) {
                const entry = document.createElement('li');
                const link = document.createElement('a');
                link.href = place.href;
                link.textContent = place.title;
                entry.append(link, ' ' + snippet(place.text, words[0]));
                list.append(entry);
            }
            list.hidden = found.length === 0 || !isShown;
        }
        status.textContent = data.count.replace('{n}', count).replace('{all}', items.length);
        byId('niets').hidden = count > 0;
    };
    form.addEventListener('input', show);
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        show();
    });
    form.addEventListener('reset', () => setTimeout(show));
    show();
})();
`;
