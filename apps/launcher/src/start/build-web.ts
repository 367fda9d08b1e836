import { CannotStart } from '@odolog/embedded-postgres';
import { runTool } from '../run.js';

/**
 * Builds the pages, or takes them from nx's cache when nothing that goes into them has changed. The libs are compiled
 * already. nx's daemon would stay behind after the launcher.
 *
 * @throws CannotStart with the output of the build
 */
export async function buildWeb(env: Readonly<Record<string, string>>): Promise<void> {
  const { code, output } = await runTool(
    'nx',
    ['run', '@odolog/web:build', '--excludeTaskDependencies', '--outputStyle=static'],
    {
      env: {
        ...env,
        NX_DAEMON: 'false',
        NX_TUI: 'false',
        // A process for each of its plugins takes longer to start than what they do here.
        NX_ISOLATE_PLUGINS: 'false',
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
      },
    },
  );
  if (code !== 0) throw new CannotStart(`The pages could not be built:\n${output}`, 'See the errors above.');
}
