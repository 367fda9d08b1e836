import { buildWeb } from '../start/build-web.js';
import { generate } from '../generate/generate.js';
import { runTool } from '../run.js';
import { verdict, type Part, type Stage } from './part.js';

type Environment = Readonly<Record<string, string>>;

/** What is found out without running the product. The build of the libs and programs type-checked what it compiled. */
export function staticChecks(env: Environment): Stage[] {
  return [
    // What writes what the build of the pages reads is done before it.
    [
      [
        tool('types of the specs', 'tsc', ['-p', 'tsconfig.spec.json']),
        tool('types of the benchmarks', 'tsc', ['-p', 'bench/tsconfig.check.json']),
      ],
      [{ name: 'generated files', run: generatedFiles }],
    ],
    [
      [
        { name: 'build of the pages', run: () => webBuild(env) },
        // Behind the build, which writes what Next asks of a page's parameters and exports.
        tool('types of the pages', 'tsc', ['-p', 'apps/web', '--noEmit']),
      ],
      [
        tool('lint', 'oxlint', ['--type-aware', '--quiet']),
        tool('format', 'prettier', ['--check', '--log-level=warn', '.']),
      ],
    ],
  ];
}

const tool = (name: string, program: string, args: readonly string[]): Part => ({
  name,
  run: async () => verdict(await runTool(program, args)),
});

async function generatedFiles() {
  const lines: string[] = [];
  const code = await generate({ check: true, say: (line) => lines.push(line) });
  return verdict({ code, output: lines.join('\n') });
}

async function webBuild(env: Environment) {
  try {
    await buildWeb(env);
    return verdict({ code: 0, output: '' });
  } catch (error) {
    return verdict({ code: 1, output: (error as Error).message });
  }
}
