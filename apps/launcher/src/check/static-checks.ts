import { buildWeb } from '../start/build-web.js';
import { generate } from '../generate/generate.js';
import { runTool } from '../run.js';
import { verdict, type Part } from './part.js';

type Environment = Readonly<Record<string, string>>;

/** What is found out without running the product. The build itself type-checked what it compiled. */
export function staticChecks(env: Environment): Part[] {
  return [
    {
      name: 'types of the specs',
      run: async () => verdict(await runTool('tsc', ['-p', 'tsconfig.spec.json'])),
    },
    {
      name: 'types of the pages',
      run: async () => verdict(await runTool('tsc', ['-p', 'apps/web', '--noEmit'])),
    },
    {
      name: 'types of the benchmarks',
      run: async () => verdict(await runTool('tsc', ['-p', 'bench/tsconfig.check.json'])),
    },
    { name: 'lint', run: async () => verdict(await runTool('oxlint', ['--type-aware', '--quiet'])) },
    {
      name: 'format',
      run: async () => verdict(await runTool('prettier', ['--check', '--log-level=warn', '.'])),
    },
    { name: 'generated files', run: generatedFiles },
    { name: 'build of the pages', run: () => webBuild(env) },
  ];
}

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
