/** A small site with the import paths and the strictness of Logto's documentation: whatever is broken fails the build. */
export default {
  title: 'The export, in Docusaurus',
  url: 'https://docs.example.com',
  baseUrl: '/',
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: { hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' } },
  i18n: { defaultLocale: 'en', locales: ['en', 'zh-CN'] },
  presets: [
    [
      'classic',
      {
        // Logto's documentation: the overlay lies over the stand-ins of its other files.
        docs: { routeBasePath: '/' },
        blog: {
          id: 'tutorial',
          path: 'tutorial',
          routeBasePath: 'tutorial',
          blogSidebarCount: 0,
          onUntruncatedBlogPosts: 'ignore',
        },
      },
    ],
  ],
  // The MDX export as it is.
  plugins: [
    ['@docusaurus/plugin-content-docs', { id: 'guides', path: 'guides', routeBasePath: 'guides' }],
  ],
};
