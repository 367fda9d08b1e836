/** A full tank on a day, at a reading; what a test is about is said by `rest`. */
export function fillUp(date: string, km: number, rest: object = {}) {
  return {
    type: 'fuel',
    date,
    odometer: { value: km, unit: 'km' },
    data: {
      volume: { value: 40, unit: 'L' },
      total: { amount: '70.00', currency: 'EUR' },
      energy: 'petrol',
      fill: 'full',
      missedPrevious: false,
    },
    ...rest,
  };
}
