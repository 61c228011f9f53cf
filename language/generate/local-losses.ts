import type { Protocol } from '../model/protocol.js';
import type { Settings } from '../settings/settings.js';
import type { Loss } from './generator.js';

/** What municipalities fill in for the process in files that `local` of the settings names: a workflow does not take that over. */
export function localLosses({ process, handovers }: Protocol, { locals = [] }: Settings): Loss[] {
    const elements = [...(process?.nodes ?? []), ...handovers];
    return locals.flatMap(({ name: place, values }) =>
        elements.flatMap(({ name, title }) => {
            const said = Object.entries(values[name] ?? (title === undefined ? {} : (values[title] ?? {})));
            const all = said.map(([keyword, value]) => `${keyword} ${value}`).join('; ');
            return said.length === 0
                ? []
                : [
                      {
                          element: name,
                          reason: {
                              nl: `${place} vult hier in: ${all} (\`local\` in draaiboek.json); een werkstroom neemt dat niet over, wel wat een uitwerking (\`uitwerking van\`) zegt`,
                              en: `${place} fills in here: ${all} (\`local\` in draaiboek.json); a workflow does not take that over, but does what a working-out (\`uitwerking van\`) says`,
                          },
                      },
                  ];
        }),
    );
}
