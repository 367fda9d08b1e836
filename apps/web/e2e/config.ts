/** Where the product answers, and the browser that looks at it. */
export const origin = process.env.ODOLOG_URL ?? 'http://localhost:3000';

/** Where the product expects the identity provider that a journey starts. */
export const issuerPort = process.env.ODOLOG_ISSUER_PORT;

/** Where the product under test keeps its messages. */
export const outboxDir = `${process.env.ODOLOG_DATA_DIR ?? '../../.data'}/outbox`;

/** Of the pictures of every page, those that are taken anew: `garage,timeline`; all of them without it. */
export const chosenScenes = process.env.SCENES?.split(',');

/** `phone-light,desktop-dark-de`; all of them without it. */
export const chosenLooks = process.env.LOOKS?.split(',');

/** Whether what is seldom looked at is looked at, too: journeys on the phone where only the screen is another, rare pages by axe (ADR 680). */
export const thorough = process.env.ODOLOG_TEST_THOROUGH === 'true';

const executablePath = process.env.CHROME_PATH;

export const browser = {
  ...(executablePath && { executablePath }),
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
