import { DIFF_FORMATS, type DiffFormat } from '../print/diff-formats.js';
import { REVIEW_FORMATS, type ReviewFormat } from '../print/review-formats.js';
import { FILE, PATHS, PATHS_MEAN, type Declaring } from './context.js';

export function declareReview({ command, ends, formats, host, inLanguage, say }: Declaring): void {
    const review = command('review', {
        nl: 'zeg wat beoordelingen en toetsen over een protocol zeggen, en wat er nog te doen is',
        en: 'tell what reviews and tests say of a protocol, and what is still to be done',
    })
        .argument(say(PATHS), say(PATHS_MEAN))
        .addOption(formats(REVIEW_FORMATS))
        .option(
            `--output <${say(FILE)}>`,
            say({ nl: 'schrijf het verslag in dit bestand', en: 'write the report to this file' }),
        )
        .option(
            `--date <${say({ nl: 'dag', en: 'day' })}>`,
            say({
                nl: 'de dag van het verslag: wat ervoor klaar moest zijn en het niet is, heet te laat',
                en: 'the day of the report: what was due before it and is not done is called late',
            }),
        )
        .option(
            `--interventie <${say({ nl: 'naam', en: 'name' })}>`,
            say({ nl: 'alleen deze, als er meer zijn', en: 'only this one, where there are several' }),
        );
    review.action(async () => {
        const {
            format: form,
            output,
            date,
            interventie,
        } = review.opts<{ format: ReviewFormat; output?: string; date?: string; interventie?: string }>();
        const { review: act } = await import('../commands/review.js');
        ends(await act(review.args, { ...inLanguage, format: form, output, date, interventie }, host));
    });
}

export function declareDiff({ command, ends, formats, host, inLanguage, say }: Declaring): void {
    const diff = command('diff', {
        nl: 'zeg wat er in betekenis verschilt tussen twee versies',
        en: 'tell what differs in meaning between two versions',
    })
        .argument(
            say(PATHS),
            say({
                nl: 'oud en nieuw: bestanden of mappen; één bestand: wat plaatselijk is naast wat het uitwerkt',
                en: 'old and new: files or folders; one file: what is local beside what it works out',
            }),
        )
        .option(
            `--git <${say({ nl: 'versie', en: 'version' })}>`,
            say({
                nl: 'vergelijk met een versie in git, zoals HEAD~1; of twee versies: v1..v2',
                en: 'compare with a version in git, such as HEAD~1; or two versions: v1..v2',
            }),
        )
        .option(
            '--check',
            say({ nl: 'exitcode 1 als er een verschil is', en: 'exit code 1 where there is a difference' }),
        )
        .option(
            `--out <${say({ nl: 'map', en: 'folder' })}>`,
            say({
                nl: 'teken het verschil in het verloop, als SVG in deze map',
                en: 'draw the difference in the process, as SVG in this folder',
            }),
        )
        .addOption(formats(DIFF_FORMATS));
    diff.action(async () => {
        const {
            git,
            out,
            check: fails,
            format: form,
        } = diff.opts<{ git?: string; out?: string; check?: true; format: DiffFormat }>();
        const { diff: act } = await import('../commands/diff.js');
        ends(await act(diff.args, { ...inLanguage, git, out, check: fails === true, format: form }, host));
    });
}
