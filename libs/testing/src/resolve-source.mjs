import { registerHooks } from 'node:module';

/** Lets a child process run our TypeScript as it stands: imports name the .js that a build would make. */
registerHooks({
  resolve(specifier, context, next) {
    const ours = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(ours ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
