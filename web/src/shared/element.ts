import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-button.css'
import 'element-plus/theme-chalk/el-input.css'

export { ElButton } from 'element-plus/es/components/button/index.mjs'
export { ElInput } from 'element-plus/es/components/input/index.mjs'
