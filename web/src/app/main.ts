import { createApp } from 'vue'
import { createPinia } from 'pinia'
import { provideGlobalConfig } from 'element-plus/es/components/config-provider/src/hooks/use-global-config.mjs'
import zhCn from 'element-plus/es/locale/lang/zh-cn.mjs'
import '@/shared/element'
import '@/shared/tokens.css'
import '@/shared/base.css'
import App from './App.vue'
import { router } from './router'

const app = createApp(App).use(createPinia()).use(router)
provideGlobalConfig({ locale: zhCn }, app, true)
app.mount('#app')
