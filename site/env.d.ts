/// <reference types="astro/client" />

declare module 'virtual:accent.css'
