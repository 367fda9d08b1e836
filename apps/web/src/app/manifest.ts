import type { MetadataRoute } from 'next';
import { getTranslations } from 'next-intl/server';

/** What makes the pages an app of the phone. Its colours are the light theme's; pages name their own by theme. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations('app');
  return {
    id: '/',
    name: 'Odolog',
    short_name: 'Odolog',
    description: t('description'),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f6f6f3',
    theme_color: '#ffffff',
    categories: ['travel', 'utilities', 'productivity'],
    icons: [
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      {
        name: t('addFuel'),
        url: '/?add=fuel',
        icons: [{ src: '/icons/192.png', sizes: '192x192', type: 'image/png' }],
      },
    ],
  };
}
