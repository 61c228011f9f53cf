import type { Severity } from '../../language/rules/finding.js';
import { Complaint } from '../complaint.js';
import { REPORT_FORMATS, type ReportFormat } from '../print/report.js';
import { FILE, PATHS, PATHS_MEAN, type Declaring } from './context.js';

/** The words for severities that `--max-severity` takes, in both languages. */
const MOST_SEVERE: Readonly<Record<string, Severity | 'none'>> = {
    fout: 'error',
    error: 'error',
    waarschuwing: 'warning',
    warning: 'warning',
    info: 'info',
    geen: 'none',
    none: 'none',
};

export function declareCheck({ command, ends, formats, host, inLanguage, say }: Declaring): void {
    const check = command('check', { nl: 'controleer protocollen', en: 'check protocols' })
        .argument(say(PATHS), say(PATHS_MEAN))
        .addOption(formats(REPORT_FORMATS))
        .option(
            `--output <${say(FILE)}>`,
            say({ nl: 'schrijf het verslag in dit bestand', en: 'write the report to this file' }),
        )
        .option(
            `--max-severity <${say({ nl: 'ernst', en: 'severity' })}>`,
            say({
                nl: 'het ergste dat mag: geen, info, waarschuwing (als u niets zegt) of fout',
                en: 'the worst that is allowed: none, info, warning (when left out) or error',
            }),
        )
        .option('--fix', say({ nl: 'herstel eerst wat vanzelf kan', en: 'first fix what can be fixed by itself' }))
        .option(
            '--fix-unknown',
            say({
                nl: 'herstel ook door `onbekend` te schrijven waar een waarschuwing of fout vraagt wat er niet staat',
                en: 'fix as well by writing `onbekend` where a warning or error asks what is not said',
            }),
        )
        .option(
            '--proofs',
            say({
                nl: 'zeg van elke interventie wat er over alle wegen te bewijzen is, en wat elke toets vindt',
                en: 'tell of each interventie what can be proved about all courses, and what each toets finds',
            }),
        )
        .option(
            '--all-places',
            say({
                nl: 'noem onder een bevinding alle andere plaatsen, ook het midden van een lange weg',
                en: 'name all other places under a finding, the middle of a long course as well',
            }),
        )
        .option('--watch', say({ nl: 'controleer na elke wijziging opnieuw', en: 'check again after each change' }));
    check.action(async () => {
        const options = check.opts<{
            format: ReportFormat;
            output?: string;
            maxSeverity?: string;
            fix?: true;
            fixUnknown?: true;
            proofs?: true;
            allPlaces?: true;
            watch?: true;
        }>();
        if (options.watch && (options.format !== 'text' || options.output !== undefined)) {
            throw new Complaint({
                nl: 'Met `--watch` gaat het verslag als tekst naar het scherm: laat `--format` en `--output` weg.',
                en: 'With `--watch` the report goes to the screen as text: leave out `--format` and `--output`.',
            });
        }
        if (options.proofs && options.format !== 'text' && options.format !== 'json') {
            throw new Complaint({
                nl: 'Met `--proofs` is het verslag tekst of JSON: andere formaten hebben er geen plaats voor.',
                en: 'With `--proofs` the report is text or JSON: other formats have no place for it.',
            });
        }
        const maxSeverity = mostSevere(options.maxSeverity);
        const { check: act } = await import('../commands/check.js');
        ends(
            await act(
                check.args,
                {
                    ...inLanguage,
                    ...(options.output === undefined ? {} : { output: options.output }),
                    format: options.format,
                    maxSeverity,
                    fix: options.fixUnknown === true ? 'unknown' : options.fix === true ? 'safe' : 'none',
                    proofs: options.proofs === true,
                    allPlaces: options.allPlaces === true,
                    watch: options.watch === true,
                },
                host,
            ),
        );
    });
}

function mostSevere(word = 'warning'): Severity | 'none' {
    const severity = MOST_SEVERE[word];
    if (severity === undefined) {
        throw new Complaint({
            nl: `\`${word}\` kan niet bij \`--max-severity\`. Het kan zijn: geen, info, waarschuwing of fout.`,
            en: `\`${word}\` does not fit \`--max-severity\`. It can be: none, info, warning or error.`,
        });
    }
    return severity;
}
