import { expect, openForm, overdueOil, sampleVehicle, test, vehicleWithFills } from './app';

test.use({ disturbed: 'What a window has room for changes with its width.' });

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

test('a form in a window that is drawn wider keeps what was typed, and gets what there is room for @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await person.api.post(`/vehicles/${id}/reminders`, overdueOil);
  await page.setViewportSize(phone);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await sheet.getByLabel('Odometer', { exact: true }).fill('11,000');
  const due = sheet.getByText('At 11,000 km');
  await expect(sheet.getByText('This fill will give')).toBeVisible();
  await expect(due).toHaveCount(0);
  await page.setViewportSize(desktop);
  await expect(due).toBeVisible();
  await expect(sheet.getByLabel('Odometer', { exact: true })).toHaveValue('11,000');
  await page.setViewportSize(phone);
  await expect(due).toHaveCount(0);
});

test('in a window that is drawn narrower a month that is gone to stands under the tools there @thorough', async ({
  page,
  person,
}) => {
  const { id } = await sampleVehicle(person, 'Cuore');
  await page.goto(`/vehicles/${id}`);
  await expect(page.getByRole('link', { name: 'Jump to October 2026' })).toBeVisible();
  await page.setViewportSize(phone);
  const slider = page.getByRole('slider', { name: 'Month' });
  const named = async () => (await slider.getAttribute('aria-valuetext'))!;
  const newest = await named();
  await expect(async () => {
    await slider.press('ArrowDown');
    await expect(slider).not.toHaveAttribute('aria-valuetext', newest, { timeout: 1_000 });
  }).toPass();
  const tools = page.getByRole('group', { name: 'Filters' });
  await expect(async () => {
    const { y: toolsTop, height } = (await tools.boundingBox())!;
    const month = page.getByRole('heading', { name: await named() });
    const { y } = (await month.boundingBox({ timeout: 1_000 }))!;
    expect(y).toBeGreaterThan(toolsTop + height - 1);
    expect(y).toBeLessThan(toolsTop + height + 40);
  }).toPass();
});

test('the letters of a drawing stay those of the page, in a window of any width @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/overview`);
  for (const width of [phone.width, 480, 679, 680, 768, 959, desktop.width]) {
    await page.setViewportSize({ width, height: 1024 });
    const drawing = page.getByRole('figure', { name: 'Odometer' }).getByRole('img');
    await expect(drawing).toBeVisible();
    const heights = await drawing
      .locator('text')
      .evaluateAll((letters) => letters.map((each) => each.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(3);
    expect(Math.max(...heights), `at ${width} pixels`).toBeLessThanOrEqual(lineOfThePage);
  }
});

test('on a tablet the pictures of a vehicle stand in two columns @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto(`/vehicles/${id}/overview`);
  const pictures = ['Economy', 'Cost by month', 'Odometer', 'Cost in all'].map((name) =>
    page.locator('.chart', { has: page.getByRole('heading', { name, exact: true }) }),
  );
  const boxes = await Promise.all(pictures.map((picture) => picture.boundingBox()));
  const [left, right] = [boxes[0]!.x, boxes[1]!.x];
  expect(right).toBeGreaterThan(768 / 2);
  expect(boxes.map((box) => box!.x)).toEqual([left, right, left, right]);
  expect(boxes[1]!.y).toBe(boxes[0]!.y);
});

/** In pixels, from one line of its words to the next. */
const lineOfThePage = 20;
