// Starts the built server for a supervisor: PORT and HOSTNAME from the environment, and an end with its parent.
process.env.NODE_ENV = 'production';
process.env.HOSTNAME ??= '127.0.0.1';

// The channel closes when the supervisor dies, however it died; without this a killed launcher would leave us behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await import('./.next/standalone/apps/web/server.js');
process.send?.({ ready: true });
